//! `gnutls-rs status`: what is enabled, and which processes run on the library.
use std::process::ExitCode;

use crate::files::Root;
use crate::text::{self, line};
use crate::{processes, switch};

pub(crate) fn status(root: &Root) -> ExitCode {
    let mut out = String::new();
    if let Some(path) = switch::is_system_enabled(root) {
        line(&mut out, format_args!("enabled for the system: {}", path.display()));
    }
    for name in switch::enabled_services(root) {
        line(&mut out, format_args!("enabled for the service {name}"));
    }
    for (path, is_enabled) in switch::enabled_programs(root) {
        let path = path.display();
        match is_enabled {
            true => line(&mut out, format_args!("enabled for the program {path}")),
            false => line(
                &mut out,
                format_args!("enabled in part for the program {path}: run enable or disable --program again"),
            ),
        }
    }
    // The processes of another root are not told apart.
    if root.is_system() {
        for process in processes::all() {
            if let Some(library) = process.library() {
                let program = process.program.as_ref().map_or("?".to_string(), |p| p.display().to_string());
                line(&mut out, format_args!("{:>8}  {program}: {library}", process.pid));
            }
        }
    }
    let is_empty = out.is_empty();
    text::put(if is_empty {
        "nothing is enabled, and no process that can be seen runs on gnutls-rs\n"
    } else {
        &out
    });
    ExitCode::from(if is_empty { 3 } else { 0 })
}
