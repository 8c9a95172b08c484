//! The command as a person uses it: what it says and its exit status, written by hand.
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn gnutls_rs(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_gnutls-rs")).args(arguments).output().unwrap();
    text(&output)
}

/// A file that was just written may be busy: another test's child has it open until it starts its own program.
fn output(command: &mut Command) -> Output {
    loop {
        match command.output() {
            Err(error) if error.kind() == std::io::ErrorKind::ExecutableFileBusy => std::thread::yield_now(),
            result => return result.unwrap(),
        }
    }
}

fn text(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

/// A directory that goes with the value.
struct Directory(PathBuf);

fn directory(name: &str) -> Directory {
    let path = std::env::temp_dir().join(format!("gnutls-rs-cli-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    Directory(path)
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn script(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn a_wrong_command_line_is_64() {
    for arguments in [
        &[][..],
        &["doctor"],
        &["doctor", "--all", "wget"],
        &["enable"],
        &["enable", "--system", "--service", "x"],
        &["run"],
        &["run", "--trace=0", "true"],
        &["nothing"],
    ] {
        let (status, out, error) = gnutls_rs(arguments);
        assert_eq!((status, out.as_str()), (64, ""), "{arguments:?}");
        assert!(error.contains("--help") || error.contains("Usage: gnutls-rs"), "{error}");
    }
    assert_eq!(gnutls_rs(&["--version"]).0, 0);
    let (status, help, _) = gnutls_rs(&["--help"]);
    assert_eq!(status, 0);
    for command in ["doctor", "run", "status", "enable", "disable"] {
        assert!(help.contains(&format!("\n  {command}")), "{help}");
    }
    assert!(!help.contains("generate"), "{help}");
}

#[test]
fn verdicts_in_one_line() {
    let dir = directory("verdicts");
    let file = |name: &str| dir.0.join(name).display().to_string();
    let none = (3, "/bin/true: does not use GnuTLS\n".to_string(), String::new());
    assert_eq!(gnutls_rs(&["doctor", "-s", "/bin/true"]), none);
    let (status, out, _) = gnutls_rs(&["doctor", "-s", &file("none")]);
    assert_eq!((status, out), (4, format!("{}: there is no such file\n", file("none"))));
    fs::write(file("text"), "text").unwrap();
    let (status, out, _) = gnutls_rs(&["doctor", "-s", &file("text")]);
    assert_eq!((status, out), (4, format!("{}: neither an ELF file nor a script\n", file("text"))));
    fs::write(file("elf"), b"\x7fELF\x02\x01\x01").unwrap();
    let (status, out, _) = gnutls_rs(&["doctor", "-s", &file("elf")]);
    assert_eq!((status, out), (4, format!("{}: malformed ELF file: its header\n", file("elf"))));
    let (status, out, _) = gnutls_rs(&["doctor", "-s", "/"]);
    assert_eq!((status, out), (4, "/: is a directory\n".to_string()));
}

#[test]
fn of_scripts_the_interpreter_is_examined() {
    let dir = directory("script");
    let path = dir.0.join("script");
    script(&path, "#!/bin/sh\ntrue\n");
    let path = path.display().to_string();
    let (status, out, _) = gnutls_rs(&["doctor", &path]);
    assert_eq!(status, 3);
    let expected = format!(
        "{path}: does not use GnuTLS\n  note: {path} is a script: its interpreter /bin/sh was examined; \
         what it starts or imports is not seen\n"
    );
    assert!(out.starts_with(&expected), "{out}");
}

#[test]
fn the_command_itself_has_no_copy() {
    let path = env!("CARGO_BIN_EXE_gnutls-rs");
    let (status, out, _) = gnutls_rs(&["doctor", "-s", path]);
    assert_eq!((status, out), (3, format!("{path}: does not use GnuTLS\n")));
}

#[test]
fn names_do_not_reach_the_terminal() {
    let dir = directory("terminal");
    let name = "a\u{1b}[2J\n\u{9b}\u{202e}";
    let path = dir.0.join(name);
    script(&path, "#!/bin/none\u{1b}]0;x\u{7}\n");
    let path = path.display().to_string();
    let is_plain = |text: &str| text.chars().all(|c| c == '\n' || !c.is_control() && c != '\u{202e}');
    for words in [
        &["doctor"][..],
        &["doctor", "--json"],
        &["run"],
        &["enable", "--program"],
        &["disable", "--program"],
    ] {
        let (_, out, error) = gnutls_rs(&[words, &[path.as_str()]].concat());
        assert!(is_plain(&out) && is_plain(&error), "{words:?}: {out:?} {error:?}");
        assert!(!(out + &error).is_empty());
    }
    let (_, out, _) = gnutls_rs(&["doctor", "--json", &path]);
    let value: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(value[0]["target"], path.as_str());
}

#[test]
fn json_is_json() {
    let (status, out, _) = gnutls_rs(&["doctor", "--json", "/bin/true"]);
    assert_eq!(status, 3);
    let value: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(value[0]["verdict"], "does-not-use");
    assert_eq!(value[0]["kind"], "program");
}

/// An installed tree: the command is found through links, and the library beside it.
#[test]
fn the_library_is_found_beside_the_command() {
    let dir = directory("tree");
    // A blank ends a path in LD_PRELOAD, and not in LD_LIBRARY_PATH.
    for (place, name) in [
        ("lib/gnutls-rs", "prefix"),
        ("lib64/gnutls-rs", "a prefix"),
        ("lib/x86_64-linux-gnu/gnutls-rs", "prefix"),
    ] {
        let prefix = dir.0.join(place.replace('/', "-")).join(name);
        fs::create_dir_all(prefix.join("bin")).unwrap();
        fs::create_dir_all(prefix.join(place)).unwrap();
        fs::copy(env!("CARGO_BIN_EXE_gnutls-rs"), prefix.join("bin/gnutls-rs")).unwrap();
        let link = dir.0.join(format!("link-{}", place.replace('/', "-")));
        symlink(prefix.join("bin/gnutls-rs"), &link).unwrap();

        let run = |words: &[&str]| {
            let mut command = Command::new(&link);
            text(&output(command.args(words).env_remove("LD_LIBRARY_PATH").env_remove("LD_PRELOAD")))
        };
        fs::write(prefix.join(place).join("libgnutls.so.30"), "").unwrap();
        // The dynamic linker says that the file is no library, and goes on.
        let (status, out, _) = run(&["run", "sh", "-c", "echo \"$LD_LIBRARY_PATH|$LD_PRELOAD\"; exit 7"]);
        let library = prefix.canonicalize().unwrap().join(place);
        assert_eq!(status, 7);
        let preload =
            if name.contains(' ') { "libgnutls.so.30".into() } else { library.join("libgnutls.so.30") };
        assert_eq!(out, format!("{}|{}\n", library.display(), preload.display()));
    }
}

#[test]
fn run_refuses_what_would_ignore_it() {
    let dir = directory("run");
    fs::write(dir.0.join("libgnutls.so.30"), "").unwrap();
    let library = format!("--library={}", dir.0.display());
    let program = dir.0.join("program");
    fs::copy("/bin/true", &program).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o4755)).unwrap();
    let program = program.display().to_string();
    let (status, _, error) = gnutls_rs(&["run", &library, &program]);
    assert_eq!(status, 126);
    let expected = format!(
        "gnutls-rs: {program}: setuid: it would ignore LD_PRELOAD and run on GnuTLS; enable --system is for such programs\n"
    );
    assert_eq!(error, expected);
    let (status, _, error) = gnutls_rs(&["run", &library, "/no/such"]);
    assert_eq!((status, error.as_str()), (127, "gnutls-rs: /no/such: there is no such program\n"));
}

#[test]
fn a_trace_is_readable() {
    let dir = directory("trace");
    fs::write(dir.0.join("libgnutls.so.30"), "").unwrap();
    let library = format!("--library={}", dir.0.display());
    let say = "echo \"level $GNUTLS_DEBUG_LEVEL\" >&2; echo 'gnutls[1]: no suite in common' >&2; printf 'a prompt: ' >&2; kill -TERM $$";
    let (status, _, error) = gnutls_rs(&["run", "--trace", &library, "sh", "-c", say]);
    assert_eq!(status, 128 + 15);
    let lines: Vec<&str> = error.lines().filter(|l| !l.contains("ld.so")).collect();
    assert_eq!(lines[0], "level 3");
    assert!(lines[1].ends_with(" ms  failure   no suite in common"), "{error}");
    assert_eq!(lines[2], "a prompt: ");
    let (_, _, error) =
        gnutls_rs(&["run", "--trace=5", &library, "sh", "-c", "echo $GNUTLS_DEBUG_LEVEL >&2"]);
    assert!(error.lines().any(|l| l == "5"), "{error}");
}

/// What the program left in the background holds its standard error; what it had written before it ended is shown.
#[test]
fn a_trace_ends_with_its_program() {
    let dir = directory("background");
    fs::write(dir.0.join("libgnutls.so.30"), "").unwrap();
    let library = format!("--library={}", dir.0.display());
    let start = std::time::Instant::now();
    let say =
        "sleep 30 & head -c 50000 /dev/zero | tr '\\0' x >&2; echo >&2; echo 'gnutls[1]: last' >&2; exit 3";
    // The standard output of what sleeps is not that of the test.
    let (status, _, error) =
        gnutls_rs(&["run", "--trace", &library, "sh", "-c", &format!("exec >/dev/null; {say}")]);
    assert_eq!(status, 3);
    assert!(start.elapsed().as_secs() < 20);
    assert!(error.contains(&"x".repeat(50_000)) && error.ends_with("failure   last\n"), "{}", error.len());
}

#[test]
fn what_cannot_be_enabled_changes_nothing() {
    let dir = directory("enable");
    for part in ["etc/ld.so.conf.d", "lib/gnutls-rs"] {
        fs::create_dir_all(dir.0.join(part)).unwrap();
    }
    fs::write(dir.0.join("lib/gnutls-rs/libgnutls.so.30"), "not a library").unwrap();
    let root = format!("--root={}", dir.0.display());
    let (status, _, error) = gnutls_rs(&["enable", "--system", &root, "--library=/lib/gnutls-rs"]);
    assert_eq!(status, 1);
    assert_eq!(error, "gnutls-rs: /lib/gnutls-rs/libgnutls.so.30: not an ELF file (--force takes it)\n");
    assert_eq!(fs::read_dir(dir.0.join("etc/ld.so.conf.d")).unwrap().count(), 0);
    let (status, out, _) = gnutls_rs(&["disable", "--system", &root]);
    assert_eq!((status, out.as_str()), (0, "not enabled for the system: nothing to do\n"));
    let (status, out, _) = gnutls_rs(&["status", &root]);
    assert_eq!(status, 3);
    assert_eq!(out, "nothing is enabled, and no process that can be seen runs on gnutls-rs\n");
}

#[test]
fn services_get_a_drop_in_and_lose_it() {
    let dir = directory("service");
    for part in ["etc/systemd/system", "usr/lib/systemd/system", "lib/gnutls-rs"] {
        fs::create_dir_all(dir.0.join(part)).unwrap();
    }
    fs::write(dir.0.join("lib/gnutls-rs/libgnutls.so.30"), "").unwrap();
    fs::write(
        dir.0.join("usr/lib/systemd/system/a.service"),
        "[Service]\nExecStart=/bin/none\nRootDirectory=/srv\n",
    )
    .unwrap();
    let root = format!("--root={}", dir.0.display());
    let words = ["--service=a", &root, "--library=/lib/gnutls-rs", "--force"];
    let (status, out, error) = gnutls_rs(&[&["enable"][..], &words].concat());
    assert_eq!((status, error.as_str()), (0, ""), "{out}");
    assert!(out.contains("a.service sees /srv as its root (RootDirectory)"), "{out}");
    let file = dir.0.join("etc/systemd/system/a.service.d/zz-gnutls-rs.conf");
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.ends_with("[Service]\nEnvironment=\"LD_LIBRARY_PATH=/lib/gnutls-rs\"\n"), "{text}");
    assert_eq!(gnutls_rs(&["status", &root]).1, "enabled for the service a.service\n");
    assert!(gnutls_rs(&[&["enable"][..], &words].concat()).1.ends_with("nothing to do\n"));
    assert_eq!(gnutls_rs(&["disable", "--service=a", &root]).0, 0);
    assert_eq!(fs::read_dir(dir.0.join("etc/systemd/system")).unwrap().count(), 0);
}

/// A root with a library that any --force takes, and the words that choose it.
fn service_root(name: &str, unit: &str) -> (Directory, Vec<String>) {
    let dir = directory(name);
    for part in ["usr/lib/systemd/system", "lib/gnutls-rs"] {
        fs::create_dir_all(dir.0.join(part)).unwrap();
    }
    fs::write(dir.0.join("lib/gnutls-rs/libgnutls.so.30"), "").unwrap();
    fs::write(dir.0.join("usr/lib/systemd/system/a.service"), unit).unwrap();
    let root = format!("--root={}", dir.0.display());
    (dir, vec!["--service=a".into(), root, "--library=/lib/gnutls-rs".into(), "--force".into()])
}

fn switch(what: &str, words: &[String]) -> (i32, String, String) {
    let words = words.iter().map(String::as_str);
    gnutls_rs(&[what].into_iter().chain(words).collect::<Vec<_>>())
}

#[test]
fn a_drop_in_of_the_first_version_is_replaced_and_removed() {
    let (dir, words) = service_root("old", "[Service]\nEnvironment='LD_LIBRARY_PATH=/a%i:/b\\x20c'\n");
    let directory = dir.0.join("etc/systemd/system/a.service.d");
    fs::create_dir_all(&directory).unwrap();
    let old =
        "# Written by gnutls-rs enable --service a.service; x\n# Its directory was made for it.\n[Service]\n";
    fs::write(directory.join("gnutls-rs.conf"), old).unwrap();
    assert_eq!(gnutls_rs(&["status", &words[1]]).1, "enabled for the service a.service\n");
    let (status, out, error) = switch("enable", &words);
    assert_eq!(status, 0, "{out}{error}");
    let names: Vec<_> = fs::read_dir(&directory).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names, ["zz-gnutls-rs.conf"]);
    let text = fs::read_to_string(directory.join("zz-gnutls-rs.conf")).unwrap();
    assert!(text.ends_with("\nEnvironment=\"LD_LIBRARY_PATH=/lib/gnutls-rs:/a%i:/b\\x20c\"\n"), "{text}");
    assert_eq!(switch("disable", &words).0, 0);
    assert!(!directory.exists());
    // An old one alone, beside what somebody else has put there.
    fs::create_dir_all(&directory).unwrap();
    fs::write(directory.join("gnutls-rs.conf"), old).unwrap();
    fs::write(directory.join("override.conf"), "").unwrap();
    assert_eq!(switch("disable", &words).0, 0);
    assert_eq!(fs::read_dir(&directory).unwrap().count(), 1);
}

#[test]
fn directories_that_were_made_go_again() {
    let (dir, words) = service_root("directories", "[Service]\nExecStart=/bin/none\n");
    for round in 0..2 {
        let (status, out, error) = switch("enable", &words);
        assert_eq!(status, 0, "{out}{error}");
        // A run that was killed while it made the directory, or took it away.
        let hidden = dir.0.join("etc/systemd/system/.a.service.d.gnutls-rs");
        fs::create_dir(&hidden).unwrap();
        fs::write(hidden.join("zz-gnutls-rs.conf"), "").unwrap();
        if round == 1 {
            assert!(switch("enable", &words).1.ends_with("nothing to do\n"));
        }
        assert_eq!(switch("disable", &words).0, 0);
        assert!(!dir.0.join("etc").exists());
    }
}

#[test]
fn services_that_would_not_follow_are_refused() {
    let (dir, mut words) = service_root("refused", "[Service]\n");
    words.pop();
    // Without --force the library has to be one: this is the only thing that is wrong in the others.
    let refused = |words: &[String]| switch("enable", words).2;
    assert!(refused(&words).contains("(--force takes it)"));
    words.push("--force".into());
    let etc = dir.0.join("etc/systemd/system");
    fs::create_dir_all(&etc).unwrap();
    symlink("/dev/null", etc.join("a.service")).unwrap();
    assert!(refused(&words).contains("a.service is masked by /etc/systemd/system/a.service"));
    assert_eq!(fs::read_dir(&etc).unwrap().count(), 1);
    fs::remove_file(etc.join("a.service")).unwrap();
    // With --force it is said.
    fs::create_dir(etc.join("a.service.d")).unwrap();
    fs::write(etc.join("a.service.d/zzz.conf"), "[Service]\nEnvironment=LD_LIBRARY_PATH=/x\n").unwrap();
    let (status, out, _) = switch("enable", &words);
    assert_eq!(status, 0);
    assert!(out.contains("sets LD_LIBRARY_PATH again: zzz.conf"), "{out}");
}

/// Systems without dpkg: the states that a run which was killed leaves, and what a person makes of them.
#[test]
fn programs_get_out_of_every_state() {
    let dir = directory("states");
    for part in ["usr/bin", "lib/gnutls-rs"] {
        fs::create_dir_all(dir.0.join(part)).unwrap();
    }
    fs::write(dir.0.join("lib/gnutls-rs/libgnutls.so.30"), "").unwrap();
    let (path, real) = (dir.0.join("usr/bin/a b"), dir.0.join("usr/bin/a b.gnutls-rs-real"));
    let words = [
        "--program=/usr/bin/a b",
        &format!("--root={}", dir.0.display()),
        "--library=/lib/gnutls-rs",
        "--force",
    ]
    .map(String::from);
    let reset = || {
        let _ = fs::remove_file(&path);
        let _ = fs::remove_file(&real);
        fs::copy("/bin/true", &path).unwrap();
    };
    let is_program = |path: &Path| fs::read(path).unwrap().starts_with(b"\x7fELF");
    reset();
    let (status, out, error) = switch("enable", &words);
    assert_eq!(status, 0, "{out}{error}");
    assert!(!is_program(&path) && is_program(&real));
    let wrapper = fs::read(&path).unwrap();
    type State<'a> = (&'a str, Box<dyn Fn() + 'a>);
    let states: [State<'_>; 4] = [
        ("the second name was made", Box::new(|| fs::hard_link(&path, &real).unwrap())),
        ("the wrapper was removed by hand", Box::new(|| fs::rename(&path, &real).unwrap())),
        (
            "whole",
            Box::new(|| {
                fs::rename(&path, &real).unwrap();
                script(&path, std::str::from_utf8(&wrapper).unwrap());
            }),
        ),
        ("nothing", Box::new(|| ())),
    ];
    for (name, make) in &states {
        reset();
        make();
        let (status, out, error) = switch("enable", &words);
        assert_eq!(status, 0, "{name}: {out}{error}");
        assert!(!is_program(&path) && is_program(&real), "{name}");
        reset();
        make();
        let (status, out, error) = switch("disable", &words);
        assert_eq!(status, 0, "{name}: {out}{error}");
        assert!(is_program(&path) && !real.exists(), "{name}");
    }
    // The program is gone.
    reset();
    script(&path, std::str::from_utf8(&wrapper).unwrap());
    assert!(switch("enable", &words).2.contains("its program is gone"));
    assert_eq!(switch("disable", &words).0, 0);
    assert!(!path.exists());
    let (status, _, error) = switch("disable", &words);
    assert!(status == 1 && error.contains("there is no such file"), "{error}");
    // Two programs: nobody knows which one is wanted.
    reset();
    fs::copy("/bin/false", &real).unwrap();
    for what in ["enable", "disable"] {
        let (status, _, error) = switch(what, &words);
        assert!(status == 1 && error.contains("remove the one that is not wanted"), "{error}");
    }
    assert!(is_program(&path) && is_program(&real));
    // Somebody put a link in the place of the wrapper.
    fs::remove_file(&path).unwrap();
    symlink("/usr/bin/other", &path).unwrap();
    for what in ["enable", "disable"] {
        assert!(switch(what, &words).2.contains("remove the one that is not wanted"));
    }
    fs::remove_file(&path).unwrap();
    assert_eq!(switch("disable", &words).0, 0);
    // A mark further down does not make a file ours.
    reset();
    script(&path, "#!/bin/sh\n#\n# Written by gnutls-rs enable\n");
    assert!(switch("disable", &words).1.ends_with("nothing to do\n"));
    assert!(path.exists());
    for name in ["bash", "sh", "dpkg-divert"] {
        let path = dir.0.join("usr/bin").join(name);
        fs::copy("/bin/true", &path).unwrap();
        let words = [&[format!("--program=/usr/bin/{name}")], &words[1..]].concat();
        let (status, _, error) = switch("enable", &words);
        assert!(status == 1 && error.contains("never wrapped"), "{name}: {error}");
        fs::remove_file(path).unwrap();
    }
    let names: Vec<_> = fs::read_dir(&dir.0).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(names.len() == 2, "a lock stays: {names:?}");
}

#[test]
fn pages_and_completions_name_every_command() {
    let dir = directory("generate");
    let path = dir.0.display().to_string();
    assert_eq!(gnutls_rs(&["generate", &path, "2026-01-02"]).0, 0);
    let read = |name: &str| fs::read_to_string(dir.0.join(name)).unwrap();
    for command in ["doctor", "run", "status", "enable", "disable"] {
        let page = read(&format!("man/man1/gnutls-rs-{command}.1"));
        assert!(page.contains(".SH \"EXIT STATUS\"") || page.contains(".SH EXIT STATUS"), "{page}");
        assert!(page.contains("2026-01-02"), "{page}");
        for file in ["completions/gnutls-rs", "completions/_gnutls-rs", "completions/gnutls-rs.fish"] {
            assert!(read(file).contains(command), "{file}");
        }
    }
    assert!(!read("completions/gnutls-rs").contains("generate"));
}
