//! The command line.
use std::ffi::OsString;
use std::path::PathBuf;

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
}

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

#[allow(dead_code)]
type Words = Vec<OsString>;
