//! Completions for shells and manual pages, from the definitions of the command line.
use std::fs;
use std::io;

use clap::{Command, CommandFactory};
use clap_complete::Shell;

use crate::cli::{Cli, Generate};

pub(crate) fn generate(options: &Generate) -> io::Result<()> {
    let completions = options.directory.join("completions");
    let pages = options.directory.join("man1");
    fs::create_dir_all(&completions)?;
    fs::create_dir_all(&pages)?;
    for (shell, file) in
        [(Shell::Bash, "gnutls-rs.bash"), (Shell::Zsh, "_gnutls-rs"), (Shell::Fish, "gnutls-rs.fish")]
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

fn page(command: &Command, name: &str, options: &Generate, directory: &std::path::Path) -> io::Result<()> {
    let command = command.clone().name(name.to_string()).display_name(name.to_string());
    let page = clap_mangen::Man::new(command)
        .title(name.to_uppercase())
        .section("1")
        .date(&options.date)
        .source("gnutls-rs")
        .manual("User Commands");
    let mut text = Vec::new();
    page.render(&mut text)?;
    fs::write(directory.join(format!("{name}.1")), text)
}
