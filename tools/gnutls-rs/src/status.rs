//! `gnutls-rs status`: what is enabled, and which processes run on the library.
use std::process::ExitCode;

use crate::files::Root;
use crate::{processes, put, switch};

pub(crate) fn status(root: &Root) -> ExitCode {
    let mut out = String::new();
    if let Some(path) = switch::is_system_enabled(root) {
        out += &format!("enabled for the system: {}\n", path.display());
    }
    for name in switch::enabled_services(root) {
        out += &format!("enabled for the service {name}\n");
    }
    for path in switch::enabled_programs(root) {
        out += &format!("enabled for the program {}\n", path.display());
    }
    // The processes of another root are not told apart.
    if root.is_system() {
        for process in processes::all() {
            if let Some(library) = process.library() {
                let program = process.program.as_ref().map_or("?".to_string(), |p| p.display().to_string());
                out += &format!("{:>8}  {program}: {library}\n", process.pid);
            }
        }
    }
    let is_empty = out.is_empty();
    put(if is_empty {
        "nothing is enabled, and no process that can be seen runs on gnutls-rs\n"
    } else {
        &out
    });
    ExitCode::from(if is_empty { 3 } else { 0 })
}
