//! The command `gnutls-rs`.
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

mod chapters;
mod cli;
mod doctor;
mod elf;
mod files;
mod generate;
mod library;
mod loader;
mod marked;
mod processes;
#[cfg(test)]
mod rows;
mod run;
mod status;
mod switch;
mod table;
#[cfg(test)]
mod testing;
mod text;
mod trace;
mod trial;
mod verdict;

/// The command line is wrong (EX_USAGE).
const USAGE: u8 = 64;

fn main() -> ExitCode {
    let cli = match cli::Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            let is_asked = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
            return ExitCode::from(if is_asked { 0 } else { USAGE });
        }
    };
    match cli.command {
        cli::Command::Doctor(options) => doctor(&options),
        cli::Command::Run(options) => run::run(&options),
        cli::Command::Status(options) => match files::Root::new(&options.root.root) {
            Ok(root) => status::status(&root),
            Err(error) => done(Err(format!("{}: {error}", options.root.root.display()))),
        },
        cli::Command::Enable(options) => done(switch::enable(&options)),
        cli::Command::Disable(options) => done(switch::disable(&options)),
        cli::Command::Generate(options) => done(generate::generate(&options).map_err(|e| e.to_string())),
    }
}

fn done(result: Result<(), String>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            text::complain(why);
            ExitCode::FAILURE
        }
    }
}

fn doctor(options: &cli::Doctor) -> ExitCode {
    let root = match files::Root::new(&options.root.root) {
        Ok(root) => root,
        Err(error) => {
            text::complain(format_args!("{}: {error}", options.root.root.display()));
            return ExitCode::from(4);
        }
    };
    let loader = loader::Loader::new(root);
    let (reports, summary) = if options.all {
        let all = doctor::examine_all(&loader);
        let summary = format!(
            "{} programs and {} libraries were looked at; {} use GnuTLS",
            all.programs,
            all.libraries,
            all.reports.len()
        );
        (all.reports, Some(summary))
    } else {
        (options.targets.iter().map(|t| doctor::examine(&loader, t)).collect(), None)
    };
    let mut out = String::new();
    if options.json {
        match serde_json::to_string_pretty(&reports) {
            Ok(text) => out = text::json(&text) + "\n",
            Err(error) => text::complain(error),
        }
    } else {
        let detail =
            if options.short || options.all { doctor::Detail::Line } else { doctor::Detail::Symbols };
        for report in &reports {
            out += &doctor::print(report, detail);
        }
        if let Some(summary) = summary {
            out += &format!("{summary}\n");
        }
    }
    text::put(&out);
    ExitCode::from(reports.iter().map(|r| r.verdict.exit_code()).max().unwrap_or(3))
}
