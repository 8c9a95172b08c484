//! The command line.
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand};

/// Which programs run on gnutls-rs, and switching them to it and back
#[derive(Parser)]
#[command(name = "gnutls-rs", version, propagate_version = false, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Say what programs take from GnuTLS and whether they run on gnutls-rs
    ///
    /// Each symbol that a program and the libraries that it loads take from libgnutls.so.30 is looked up in the table of
    /// this version. The libraries are found as the dynamic linker finds them. Nothing is started.
    ///
    /// No file says which of the functions are called. A program runs if all are written; it "runs but" what is named is missing
    /// if the others are features beside its sessions, such as PSK; and it is said to need a function if it seems to have no work
    /// without it.
    #[command(after_help = DOCTOR_STATUS)]
    Doctor(Doctor),
    /// Run a program on gnutls-rs
    ///
    /// The library is preloaded and its directory comes first on the library path, for the program and for what it starts.
    /// Nothing else changes. A program that is set-user-ID or set-group-ID, or has file capabilities, is refused: it would ignore both.
    ///
    /// With --trace, what the program leaves in the background is no longer shown when it has ended.
    #[command(after_help = RUN_STATUS)]
    Run(Run),
    /// Say what is enabled, and which processes run on gnutls-rs
    ///
    /// Processes of other users are seen by root alone.
    #[command(after_help = STATUS_STATUS)]
    Status(StatusOptions),
    /// Let the system, a service or a program run on gnutls-rs
    ///
    /// The system: a file in /etc/ld.so.conf.d puts the library's directory first for the dynamic linker; upgrades of
    /// the package of GnuTLS leave it alone. A service: a drop-in of its unit. A program: a wrapper in its place,
    /// which an upgrade of its package leaves there (dpkg-divert). A run that was stopped is completed by another one, or taken
    /// back by disable.
    ///
    /// Programs that would not run are refused. Before and after the switch of the system, programs that a system
    /// cannot do without are tried, among them apt and ssh, and the commands in /etc/gnutls-rs/try.conf, one a line. If one fails
    /// that worked before, what was there is put back.
    #[command(after_help = SWITCH_STATUS)]
    Enable(Switch),
    /// Take back what enable did, without a trace
    ///
    /// Also what is left of a run that was stopped, and of a program whose package was removed.
    #[command(after_help = SWITCH_STATUS)]
    Disable(Switch),
    /// Write completions for shells and manual pages
    #[command(hide = true)]
    Generate(Generate),
}

const RUN_STATUS: &str = "\
Exit status:
  0-125  that of the program
  126    the program cannot be run, or would ignore the library
  127    there is no such program, or no library
  64     the command line is wrong";

const STATUS_STATUS: &str = "\
Exit status:
  0   something is enabled or runs on gnutls-rs
  3   nothing
  64  the command line is wrong";

const SWITCH_STATUS: &str = "\
Exit status:
  0   done, or nothing was to do
  1   refused, or failed: everything is as it was
  64  the command line is wrong";

const DOCTOR_STATUS: &str = "\
Exit status (of several, the greatest):
  0   runs
  1   runs, but something is missing or ignored
  2   not yet, or has a copy of GnuTLS in it
  3   does not use GnuTLS
  4   cannot be examined
  64  the command line is wrong";

#[derive(Args)]
pub(crate) struct Doctor {
    /// Programs, libraries, packages (package:NAME where a program has the name) or process numbers
    #[arg(value_name = "TARGET", required_unless_present = "all")]
    pub(crate) targets: Vec<String>,
    /// Examine every program and library of the system, sorted by verdict
    #[arg(long, conflicts_with = "targets")]
    pub(crate) all: bool,
    /// Say the verdict only, one line for each target
    #[arg(long, short)]
    pub(crate) short: bool,
    /// Write JSON
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) root: RootOption,
}

#[derive(Args)]
pub(crate) struct RootOption {
    /// Work on the system in this directory
    #[arg(long, value_name = "DIRECTORY", default_value = "/")]
    pub(crate) root: PathBuf,
}

#[derive(Args)]
pub(crate) struct Run {
    /// Show the handshake on standard error: 1 failures, 2 decisions, 3 messages, 4 records, up to 9
    #[arg(long, value_name = "LEVEL", num_args = 0..=1, require_equals = true, default_missing_value = "3",
          value_parser = clap::value_parser!(u8).range(1..=9))]
    pub(crate) trace: Option<u8>,
    #[command(flatten)]
    pub(crate) library: LibraryOption,
    /// The program and its arguments
    #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true, value_name = "PROGRAM")]
    pub(crate) words: Vec<OsString>,
}

#[derive(Args)]
pub(crate) struct LibraryOption {
    /// The directory that has the library [default: lib/gnutls-rs beside this program's directory]
    #[arg(long, value_name = "DIRECTORY")]
    pub(crate) library: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Switch {
    #[command(flatten)]
    what: WhatOption,
    /// Do it even if the programs will not run, or the library looks wrong
    #[arg(long)]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) library: LibraryOption,
    #[command(flatten)]
    pub(crate) root: RootOption,
}

#[derive(Args)]
#[group(required = true, multiple = false)]
struct WhatOption {
    /// Every program that finds its libraries as the system is configured
    #[arg(long)]
    system: bool,
    /// A service of systemd
    #[arg(long, value_name = "NAME")]
    service: Option<String>,
    /// A program, whoever starts it
    #[arg(long, value_name = "PATH")]
    program: Option<PathBuf>,
}

/// What is switched.
pub(crate) enum What<'a> {
    System,
    Service(&'a str),
    Program(&'a Path),
}

impl Switch {
    pub(crate) fn what(&self) -> What<'_> {
        match (&self.what.service, &self.what.program) {
            (Some(name), _) => What::Service(name),
            (_, Some(path)) => What::Program(path),
            _ => What::System,
        }
    }
}

#[derive(Args)]
pub(crate) struct StatusOptions {
    #[command(flatten)]
    pub(crate) root: RootOption,
}

#[derive(Args)]
pub(crate) struct Generate {
    /// Where `completions` and `man/man1` go
    pub(crate) directory: PathBuf,
    /// The date that the manual pages show
    #[arg(default_value = "")]
    pub(crate) date: String,
}
