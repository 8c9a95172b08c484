//! One `enable` or `disable` at a time.
use std::fs::{self, File, OpenOptions};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::files::Root;

const NAME: &str = "gnutls-rs.lock";
/// How long another one may take.
const PATIENCE: Duration = Duration::from_secs(120);

/// A file that is locked, and goes with the value. Nobody but root can open it.
pub(super) struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    pub(super) fn take(root: &Root, stopped: &AtomicBool) -> Result<Lock, String> {
        let places = ["/run", "/"].iter().filter_map(|d| root.existing(Path::new(d)));
        let directory = places.map(|(_, host)| host).find(|host| host.is_dir());
        let path = directory.ok_or("there is no place for a lock")?.join(NAME);
        let end = Instant::now() + PATIENCE;
        loop {
            let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
            let mut options = OpenOptions::new();
            options.write(true).create(true).truncate(false).mode(0o600).custom_flags(flags.bits() as i32);
            let file = options.open(&path).map_err(|e| super::describe(&path, &e))?;
            let is_locked =
                rustix::fs::flock(&file, rustix::fs::FlockOperation::NonBlockingLockExclusive).is_ok();
            // Whoever had it before has removed its file.
            let is_there = |m: fs::Metadata| {
                fs::symlink_metadata(&path).is_ok_and(|now| (now.dev(), now.ino()) == (m.dev(), m.ino()))
            };
            if is_locked && file.metadata().is_ok_and(is_there) {
                return Ok(Lock { path, _file: file });
            }
            if stopped.load(Ordering::Relaxed) {
                return Err("interrupted; nothing was changed".to_string());
            }
            if Instant::now() > end {
                return Err(format!("another gnutls-rs is at work ({})", path.display()));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    #[test]
    fn one_at_a_time_and_no_trace() {
        let dir = crate::testing::directory("lock");
        let root = Root::new(&dir).unwrap();
        let (inside, never) = (Mutex::new(()), AtomicBool::new(false));
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..5 {
                        let _lock = Lock::take(&root, &never).unwrap();
                        let _alone = inside.try_lock().unwrap();
                    }
                });
            }
        });
        assert_eq!(fs::read_dir(&*dir).unwrap().count(), 0);
        let _lock = Lock::take(&root, &never).unwrap();
        assert!(Lock::take(&root, &AtomicBool::new(true)).is_err());
    }
}
