//! Completions for shells and manual pages, from the definitions of the command line.
use std::fs;
use std::io;
use std::path::Path;

use clap::{Command, CommandFactory};
use clap_complete::Shell;

use crate::cli::{Cli, Generate};

pub(crate) fn generate(options: &Generate) -> io::Result<()> {
    let completions = options.directory.join("completions");
    let pages = options.directory.join("man/man1");
    fs::create_dir_all(&completions)?;
    fs::create_dir_all(&pages)?;
    for (shell, file) in
        [(Shell::Bash, "gnutls-rs"), (Shell::Zsh, "_gnutls-rs"), (Shell::Fish, "gnutls-rs.fish")]
    {
        let mut text = Vec::new();
        clap_complete::generate(shell, &mut visible(), "gnutls-rs", &mut text);
        fs::write(completions.join(file), text)?;
    }
    let mut command = visible();
    command.build();
    page(&command, "gnutls-rs", options, &pages)?;
    for sub in command.get_subcommands().filter(|c| !c.is_hide_set() && c.get_name() != "help") {
        page(sub, &format!("gnutls-rs-{}", sub.get_name()), options, &pages)?;
    }
    Ok(())
}

/// The command without what only the build needs.
fn visible() -> Command {
    let mut command = Cli::command();
    let hidden: Vec<Command> = command.get_subcommands().filter(|c| !c.is_hide_set()).cloned().collect();
    command = Command::new("gnutls-rs")
        .about(command.get_about().cloned().unwrap_or_default())
        .version(env!("CARGO_PKG_VERSION"))
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .subcommands(hidden);
    command
}

fn page(command: &Command, name: &str, options: &Generate, directory: &Path) -> io::Result<()> {
    let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let command = command.clone().name(name.to_string()).display_name(name.to_string());
    let page = clap_mangen::Man::new(command.clone())
        .title(name.to_uppercase())
        .section("1")
        .date(&options.date)
        .source("gnutls-rs")
        .manual("User Commands");
    let mut text = Vec::new();
    page.render_title(&mut text)?;
    page.render_name_section(&mut text)?;
    page.render_synopsis_section(&mut text)?;
    page.render_description_section(&mut text)?;
    page.render_options_section(&mut text)?;
    if command.has_subcommands() {
        page.render_subcommands_section(&mut text)?;
    }
    exit_status(&after, &mut text);
    let others: &[&str] =
        if name == "gnutls-rs" { &["with-gnutls-rs"] } else { &["gnutls-rs", "with-gnutls-rs"] };
    text.extend(b".SH SEE ALSO\n");
    let others: Vec<String> = others.iter().map(|o| format!(".BR {} (1)", o.replace('-', "\\-"))).collect();
    text.extend(others.join(",\n").bytes());
    text.extend(b",\n.BR ld.so (8)\n");
    fs::write(directory.join(format!("{name}.1")), text)
}

/// The section of the text behind the options: a title, and a line for each status.
fn exit_status(after: &str, out: &mut Vec<u8>) {
    let Some((title, lines)) = after.split_once('\n') else { return };
    out.extend(b".SH EXIT STATUS\n");
    if let Some(more) = title.strip_prefix("Exit status (").and_then(|t| t.strip_suffix("):")) {
        let (first, rest) = more.split_at(1);
        out.extend(format!("{}{rest}.\n", first.to_uppercase()).bytes());
    }
    for line in lines.lines().map(str::trim) {
        let (status, meaning) = line.split_once("  ").unwrap_or(("0", line));
        out.extend(format!(".TP\n.B {status}\n{}\n", meaning.trim()).bytes());
    }
}
