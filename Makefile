# gnutls-rs: the library, its tests and its installation.
#
#   make                 the two objects below build/lib, headers and pkg-config files beside them
#   make DEBUG=1         the same from the quick profile of Cargo
#   make check           all tests of the library
#   make check-reference the C tests on the installed GnuTLS
#   make check-tools     GnuTLS's programs on this library and on the installed GnuTLS say the same; companion libraries work
#   make check-newer     the programs of GnuTLS 3.8.13 on this library
#   make check-ktls      kernel TLS on Debian's kernel in qemu, or on unpacked ones [KERNELS='DIR...']
#   make check-traces    random traces of C calls against their invariants [TRACES=2000 FIRST=1]
#   make check-traces-reference  the codes of the same traces on the installed GnuTLS [REFERENCE=3.8.13]
#   make check-wire      an adversary that has the keys changes records between a client and a server
#   make check-wire-reference  the same scripts on the installed GnuTLS, differences explained [REFERENCE=3.8.13]
#   make memory          traces under valgrind
#   make check-pkits     NIST's path validation cases; needs Python and pip [PKITS_CACHE=build/pkits]
#   make check-wolfssl   DTLS 1.3 and connection IDs with wolfSSL, whose sources are fetched and built; needs cmake
#   make check-bogo      BoringSSL's protocol test runner; needs Go [BOGO_CACHE=build/bogo]
#   make check-cost      the instructions of inputs that grow, under valgrind
#   make check-hardening stack protector, checked calls, relro and the rest are in the library
#   make check-docs      the commands of README.md and docs work
#   make check-install   installation, and the recipes of docs/using.md
#   make check-fresh     make check in a Debian with nothing but what README.md names; as root
#   make reproduce       builds twice under other names and at other times, and compares
#   make man             a manual page for each written function, and gnutls-rs(7)
#   make check-doc       the documentation of the sources, the headers and the manual pages has no warnings
#   make command         the command gnutls-rs, its completions and manual pages: build/bin, build/completions, build/man
#   make check-command   what enable and disable do to a Debian of their own (as root)
#   make check-fuzz     the fuzz targets build, where a nightly toolchain and cargo-fuzz are there
#   make programs        runs programs of Debian and writes docs/programs.md [PROGRAMS='--install --only wget']
#   make notices         NOTICES: what is linked, with its licences; needs cargo-about
#   make dist            the sources with all crates, which build without a network
#   make deb             Debian's packages from them, checked by lintian
#   make check-deb       the packages in a Debian of their own (as root)
#   make audit          licences, duplicates, banned crates, advisories; needs cargo-deny [AUDIT='bans licenses sources']
#   make helgrind        objects shared by threads, and a session in three of them, under valgrind
#   make timing          a million samples a case: whether the time of secret operations depends on the secrets
#   make vectors         headers of vectors again, by the programs beside them
#   make bench           this library compared to the installed GnuTLS, as ratios
#   make install         what `make` built, below prefix; needs no Rust [prefix=/usr/local libdir=... DESTDIR=...]
#   make uninstall       removes what was installed, by its list
#   make clean           removes what was built here
#
# GNU's variables: prefix exec_prefix bindir libdir includedir datarootdir mandir docdir DESTDIR (or PREFIX, LIBDIR ...),
# CC CXX CFLAGS CXXFLAGS CPPFLAGS LDFLAGS. HARDENING= leaves out the flags below; STRIP= keeps the debug information in place.

# That of the interface, written in src/abi.
VERSION := $(shell sed -n 's/.*GNUTLS_VERSION: &CStr = c"\(.*\)";/\1/p' src/abi/flags.rs)
CC      ?= cc
CXX     ?= g++
CARGO   ?= cargo
STRIP   ?= strip
OBJCOPY ?= objcopy

PREFIX      ?= /usr/local
prefix       = $(PREFIX)
exec_prefix  = $(prefix)
BINDIR      ?= $(exec_prefix)/bin
bindir       = $(BINDIR)
LIBDIR      ?= $(exec_prefix)/lib
libdir       = $(LIBDIR)
INCLUDEDIR  ?= $(prefix)/include
includedir   = $(INCLUDEDIR)
DATAROOTDIR ?= $(prefix)/share
datarootdir  = $(DATAROOTDIR)
MANDIR      ?= $(datarootdir)/man
mandir       = $(MANDIR)
DOCDIR      ?= $(datarootdir)/doc/gnutls-rs
docdir       = $(DOCDIR)

# Every compile and link step takes CFLAGS, CPPFLAGS and LDFLAGS: of C here, of Cargo's build scripts and of the scripts of
# capi-tests, which find them in the environment (make puts there what was there or on its command line).
COMPILE   = $(CC) $(CPPFLAGS) $(CFLAGS)
COMPILEXX = $(CXX) $(CPPFLAGS) $(CXXFLAGS)
quote     = '$(subst ','\'',$(1))'

# Flags of the library's C and assembly, which the packager's come after. What they do to it: docs/using.md.
MACHINE   := $(shell $(CC) -dumpmachine 2> /dev/null)
FORTIFY   := $(shell printf '\043include <string.h>\n' | $(CC) -O2 -Werror -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -E -x c - > /dev/null 2>&1 && \
	test "$$($(CC) -dumpversion | cut -d. -f1)" -ge 12 && echo 3 || echo 2)
HARDENING  = -fstack-protector-strong -fstack-clash-protection $(if $(findstring _FORTIFY_SOURCE,$(CPPFLAGS) $(CFLAGS)),,-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=$(FORTIFY)) \
	$(if $(filter x86_64-%,$(MACHINE)),-fcf-protection) $(if $(filter aarch64-%,$(MACHINE)),-mbranch-protection=standard)

# No path of this machine is in what is built. A name with a space in it cannot be said in CFLAGS, and stays. The cfg has no
# meaning but that Cargo keeps what was built without the wrapper apart.
REMAP      = RUSTC_WRAPPER=$(call quote,$(CURDIR)/tools/rustc-remap) INNER_RUSTC_WRAPPER=$(call quote,$(RUSTC_WRAPPER))
REMAPPED   = --config 'build.rustflags=["--cfg=gnutls_rs_remapped"]'
REMAP_ASM := $(shell echo | $(CC) -c -Wa,--debug-prefix-map=/a=/b -o /dev/null -x assembler - 2> /dev/null && echo yes)
map        = $(if $(word 2,$(1)),,-fdebug-prefix-map=$(strip $(1))=$(2) $(if $(REMAP_ASM),-Wa$(comma)--debug-prefix-map=$(strip $(1))=$(2)))
REMAP_C    = $(call map,$(or $(CARGO_HOME),$(HOME)/.cargo)/registry/src,/crates) $(if $(wildcard vendor),$(call map,$(CURDIR)/vendor,/crates/vendor)) \
	$(call map,$(if $(filter /%,$(TARGET)),,$(CURDIR)/)$(TARGET),/target)
comma     := ,

TARGET   = $(or $(CARGO_TARGET_DIR),$(CARGO_BUILD_TARGET_DIR),target)
ifdef DEBUG
PROFILE  = debug
STRIP    =
HARDENING =
REMAP    =
REMAPPED =
REMAP_C  =
else
PROFILE  = release
CARGOFLAGS = --release
endif
# Where Cargo leaves the archive. build/archive.a is a link to it: a name without the spaces that a path may have.
BUILT    = $(TARGET)$(if $(CARGO_BUILD_TARGET),/$(CARGO_BUILD_TARGET))/$(PROFILE)
ARCHIVE  = build/archive.a
B        = build/lib

LINK = $(CC) $(CFLAGS) $(LDFLAGS) -shared -Wl,--whole-archive $(ARCHIVE) -Wl,--no-whole-archive \
	-Wl,--version-script=build/symbols.map -Wl,-z,relro -Wl,-z,now -Wl,-z,defs -Wl,-z,nodelete -Wl,-z,noexecstack \
	-Wl,-Bsymbolic-functions -Wl,--gc-sections -Wl,--build-id=sha1 -lpthread -ldl -lm -lgcc_s -lc

all: $(B)/libgnutls-rs.so.30 $(B)/libgnutls-rs.a $(B)/gnutls-rs/libgnutls.so.30 $(B)/gnutls-rs/libgnutls.a \
	$(B)/pkgconfig/gnutls-rs.pc $(B)/gnutls-rs/pkgconfig/gnutls.pc build/bin/with-gnutls-rs build/man.stamp command

# Debian's programs on this library.
demo: need-demo all
	tools/demo

.PHONY: demo all archive audit bench man check-doc check-pages check-headers-doc check-fuzz helgrind memory check-traces check-traces-reference check-wire check-wire-reference check-cost check-bogo check-wolfssl check-pkits timing clean install uninstall vectors check check-rust check-c check-abi check-interop check-ktls check-reference check-tools check-newer check-lint check-hardening check-docs check-notices check-install check-fresh programs notices dist deb check-deb reproduce status headers

# What is not there is named before anything is built.
.PHONY: need-build need-check need-reference need-demo need-deb
need-build:
	@tools/need build
need-check:
	@tools/need build check
need-reference:
	@tools/need reference
need-deb:
	@tools/need build deb
need-demo:
	@tools/need --install build demo

# Cargo decides what is out of date.
archive: need-build
	$(REMAP) $(if $(HARDENING)$(CPPFLAGS)$(REMAP_C),CFLAGS=$(call quote,$(strip $(HARDENING) $(REMAP_C) $(CPPFLAGS) $(CFLAGS)))) \
		$(CARGO) build --lib $(CARGOFLAGS) $(REMAPPED)
	@mkdir -p $(B)/pkgconfig $(B)/gnutls-rs/pkgconfig build/bin
	@cp "$$(ls -t "$(BUILT)"/build/gnutls-rs-*/out/symbols.map | head -1)" build/symbols.map.new
	@cmp -s build/symbols.map.new build/symbols.map || cp build/symbols.map.new build/symbols.map
	@rm build/symbols.map.new
	@ln -sfn "$$(realpath "$(BUILT)/libgnutls_rs.a")" $(ARCHIVE)

$(ARCHIVE): archive ;

# What is linked differently is linked anew.
build/link: archive
	@printf '%s\n' $(call quote,$(LINK) $(STRIP) $(PROFILE)) > $@.new
	@cmp -s $@.new $@ && rm $@.new || mv $@.new $@

# One object under two names; the debug information of a release is in a separate file beside it.
$(B)/libgnutls-rs.so.30: $(ARCHIVE) build/link
	$(LINK) -Wl,-soname,libgnutls-rs.so.30 -o $@
	$(call split,$@)
	ln -sf libgnutls-rs.so.30 $(B)/libgnutls-rs.so

$(B)/gnutls-rs/libgnutls.so.30: $(ARCHIVE) build/link
	$(LINK) -Wl,-soname,libgnutls.so.30 -o $@
	$(call split,$@)
	ln -sf libgnutls.so.30 $(B)/gnutls-rs/libgnutls.so

$(B)/libgnutls-rs.a: $(ARCHIVE) build/link
	cp $(ARCHIVE) $@
	$(if $(STRIP),$(STRIP) --enable-deterministic-archives -g $@)

$(B)/gnutls-rs/libgnutls.a: $(B)/libgnutls-rs.a
	ln -sf ../libgnutls-rs.a $@

split = $(if $(STRIP),$(OBJCOPY) --only-keep-debug $(1) $(1).debug && $(OBJCOPY) --strip-unneeded --add-gnu-debuglink=$(1).debug $(1))

# What is built is usable in place, wherever the tree is.
$(B)/pkgconfig/gnutls-rs.pc: pkgconfig/gnutls-rs.pc.in tools/pc tools/fill src/abi/flags.rs Makefile | archive
	@tools/pc $< $(VERSION) /build/lib/pkgconfig /build /build /build/lib '$${prefix}/../include' > $@

$(B)/gnutls-rs/pkgconfig/gnutls.pc: pkgconfig/gnutls.pc.in tools/pc tools/fill src/abi/flags.rs Makefile | archive
	@tools/pc $< $(VERSION) /build/lib/gnutls-rs/pkgconfig /build /build /build/lib/gnutls-rs '$${prefix}/../include' > $@

build/bin/with-gnutls-rs: bin/with-gnutls-rs.in tools/fill | archive
	@tools/fill $< RELATIVE=../lib/gnutls-rs > $@
	@chmod +x $@

# The pages show the day of the last commit, or SOURCE_DATE_EPOCH's; outside of a repository that of the changelog.
PAGES_EPOCH = $${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct 2> /dev/null || stat -c %Y CHANGELOG.md)}
PAGES = rm -rf man/man3 man/man7 && $(CARGO) run -q -p gnutls-rs-abi -- man . $$(date -u -d @$(PAGES_EPOCH) +%Y-%m-%d) && \
	mkdir -p build && touch build/man.stamp
build/man.stamp: Cargo.lock $(shell find src/abi src/capi abi tools/abi docs/guide.md docs/logging.md -type f) | need-build
	$(PAGES)

man: need-build
	$(PAGES)

INSTALL = $(foreach v,VERSION prefix exec_prefix bindir libdir includedir datarootdir mandir docdir DESTDIR,$(v)=$(call quote,$($(v)))) tools/install
install:
	@$(INSTALL) install

uninstall:
	@$(INSTALL) uninstall

# By a make of its own, so that with -j too the tools are asked for first.
check: need-check
	$(MAKE) check-lint check-rust check-abi check-c check-traces check-wire check-interop check-docs check-notices

check-lint:
	$(CARGO) fmt --all --check
	$(CARGO) clippy --workspace --all-targets -- -D warnings

check-rust:
	$(CARGO) test --workspace

check-doc: check-pages check-headers-doc
# For contributors: private items are included.
	RUSTDOCFLAGS="-D warnings -A rustdoc::private_intra_doc_links" $(CARGO) doc -q --lib --no-deps --document-private-items

# All pages in one run each; a warning of groff's is not an exit status.
check-pages: man
	@if command -v mandoc > /dev/null; then mandoc -T lint -W warning man/man3/*.3gnutls-rs man/man7/*.7 man/*.1; \
	else echo "the manual pages are not checked by mandoc, which is not installed"; fi
	@if command -v groff > /dev/null; then mkdir -p build && groff -mandoc -Tutf8 -ww -z man/man3/*.3gnutls-rs man/man7/*.7 man/*.1 2> build/groff.log && \
		! grep . build/groff.log >&2; \
	else echo "the manual pages are not checked by groff, which is not installed"; fi

check-headers-doc:
	@mkdir -p build
	@if command -v doxygen > /dev/null; then doxygen docs/Doxyfile; \
	else echo "the headers are not checked by doxygen, which is not installed"; fi

check-fuzz:
	@if $(CARGO) +nightly fuzz --version > /dev/null 2>&1; then $(CARGO) +nightly fuzz build; \
	else echo "the fuzz targets are not built: a nightly toolchain and cargo-fuzz are needed"; fi

# deny.toml lists what is allowed. The advisories are fetched; without a network AUDIT="bans licenses sources" asks the rest.
AUDIT =
audit:
	$(CARGO) deny --locked check $(AUDIT)

check-c: all
	capi-tests/run ours

check-interop: all
	capi-tests/interop/openssl $(B)/gnutls-rs
	capi-tests/interop/suites $(B)/gnutls-rs
	capi-tests/interop/passwords $(B)/gnutls-rs
	capi-tests/interop/lists $(B)/gnutls-rs
	capi-tests/interop/issuers $(B)/gnutls-rs
	capi-tests/interop/quic $(B)/gnutls-rs
	capi-tests/interop/datagrams $(B)/gnutls-rs
	capi-tests/interop/coap $(B)/gnutls-rs
	capi-tests/interop/vpn $(B)/gnutls-rs

# Not part of make check: it boots a kernel.
KERNELS =
check-ktls: all
	capi-tests/ktls/run $(B)/gnutls-rs $(KERNELS)

check-abi: all check-hardening
	capi-tests/abi/symbols $(B)/gnutls-rs/libgnutls.so.30
	capi-tests/abi/symbols $(B)/libgnutls-rs.so.30
	rm -rf build/headers && $(HEADERS) . build/headers 2> build/headers.log
	diff -r -x gnutlsxx.h include/gnutls build/headers || { echo "the headers are old: make headers" >&2; exit 1; }
	capi-tests/abi/headers include
	$(COMPILEXX) -std=c++98 -Wall -Wextra -Werror -I include -o build/xx capi-tests/abi/xx.cc $(LDFLAGS) -L $(B)/gnutls-rs -l:libgnutls.so.30 \
		&& LD_LIBRARY_PATH=$(B)/gnutls-rs build/xx
	capi-tests/abi/installed $(B)/gnutls-rs/libgnutls.so.30
	capi-tests/abi/nulls $(B)/gnutls-rs/libgnutls.so.30

# Each crate that is linked is in NOTICES.
check-notices:
	capi-tests/install/notices

# What the flags of HARDENING and the linker's do to the library. A build without them, as of DEBUG=1, has none to look for.
check-hardening: all
	$(if $(HARDENING),capi-tests/abi/hardening $(B)/gnutls-rs/libgnutls.so.30)
	$(if $(HARDENING),capi-tests/abi/hardening $(B)/libgnutls-rs.so.30)

# The commands of the documentation.
check-docs: all
	capi-tests/install/docs

# Installation, .pc files, recipes of docs/using.md, and what is said where something is missing.
check-install: all
	@tools/need recipes
	capi-tests/install/run

# The same and `make check` in a Debian that has nothing but what README.md names (as root): half an hour.
check-fresh:
	capi-tests/install/fresh

# Two builds under other names and at other times are equal.
reproduce: need-build
	capi-tests/install/reproduce

# Headers of vectors, by the programs beside them on the installed GnuTLS: they make the same bytes again.
#   $(call made,HEADER,PROGRAM,ARGUMENTS,LIBRARIES)
C = capi-tests/c
made = $(COMPILE) -O1 -Wall -Wextra -I $(C)/support -o build/$(notdir $(2)) $(C)/$(2).c $(LDFLAGS) -lgnutls $(4) && \
	build/$(notdir $(2)) $(3) > build/vectors.h && mv build/vectors.h $(C)/$(1)
vectors:
	@mkdir -p build
	$(call made,algorithms_facts.h,make_algorithms_facts)
	$(call made,global/error_facts.h,global/make_error_facts)
	$(call made,keys/kinds.h,keys/make_kinds,$(C)/keys/kinds.keys)
	$(call made,support/certs.h,support/make_certs,certs $(C)/support/certs.txt $(C)/support/certs.keys,-lcrypto)
	$(call made,support/identities.h,support/make_certs,identities $(C)/support/certs.txt $(C)/support/certs.keys,-lcrypto)
	$(call made,support/pbe_keys.h,support/make_pbe_keys,,-lcrypto)
	$(call made,x509/chains.h,x509/make_chains,$(C)/x509/chains.txt $(C)/x509/chains.keys)

# The same C tests on the installed GnuTLS: one that fails there is wrong, or its difference is listed.
# With REFERENCE=3.8.13 on the one of Debian's development suite (as root).
REFERENCE = reference
check-reference: need-reference
	capi-tests/run $(REFERENCE)

# GnuTLS's programs and companion libraries on this library and on the installed GnuTLS.
check-tools: all
	capi-tests/interop/tools $(B)/gnutls-rs
	capi-tests/companions/run $(B)/gnutls-rs

# The programs of that suite on this library and on GnuTLS (as root).
check-newer: all
	capi-tests/interop/newer $(B)/gnutls-rs

# Random traces of calls on a client and a server (docs/testing.md).
TRACES = 2000
FIRST  = 1
build/traces: all capi-tests/traces/traces.c $(wildcard capi-tests/traces/*.h)
	$(COMPILE) -O1 -g -Wall -Wextra -Wno-unused-parameter -I include -o $@ capi-tests/traces/traces.c \
		$(LDFLAGS) -L $(B)/gnutls-rs -l:libgnutls.so.30

check-traces: build/traces
	LD_LIBRARY_PATH=$(B)/gnutls-rs build/traces $(FIRST) $(TRACES)
	LD_LIBRARY_PATH=$(B)/gnutls-rs build/traces -k $(FIRST) $(TRACES)
	LD_LIBRARY_PATH=$(B)/gnutls-rs build/traces -d -n -k $(FIRST) $(TRACES)
	LD_LIBRARY_PATH=$(B)/gnutls-rs build/traces -d -k $(FIRST) $(TRACES)

# The same traces on the installed GnuTLS, call by call, or on that of REFERENCE=3.8.13 (as root).
check-traces-reference: build/traces
	capi-tests/traces/compare $(FIRST) $(TRACES) $(REFERENCE)
	capi-tests/traces/compare $(FIRST) $(TRACES) $(REFERENCE) -k

# aws-lc's blocks have a header here, so that pointers to them look like pointers into them.
memory: build/traces
	LD_LIBRARY_PATH=$(B)/gnutls-rs valgrind -q --error-exitcode=3 --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite --suppressions=capi-tests/memcheck.supp build/traces $(FIRST) 200

# An adversary on the wire that has the keys (docs/testing.md).
build/wire: all $(wildcard capi-tests/wire/*)
	$(COMPILE) -O1 -g -Wall -Wextra -I include -o $@ capi-tests/wire/wire.c $(LDFLAGS) -L $(B)/gnutls-rs -l:libgnutls.so.30

build/wire-datagrams: build/wire
	$(COMPILE) -O1 -g -Wall -Wextra -I include -o $@ capi-tests/wire/datagrams.c $(LDFLAGS) -L $(B)/gnutls-rs -l:libgnutls.so.30

check-wire: build/wire build/wire-datagrams
	LD_LIBRARY_PATH=$(B)/gnutls-rs build/wire > build/wire.ours
	LD_LIBRARY_PATH=$(B)/gnutls-rs build/wire-datagrams > build/wire-datagrams.ours

# GnuTLS breaks some of the invariants (build/wire.findings): its answers alone count.
check-wire-reference: check-wire
	$(if $(filter 3.%,$(REFERENCE)),capi-tests/newer) sh -c '$(COMPILE) -O1 -o build/wire-reference capi-tests/wire/wire.c $(LDFLAGS) -lgnutls && \
		$(COMPILE) -O1 -o build/wire-datagrams-reference capi-tests/wire/datagrams.c $(LDFLAGS) -lgnutls && \
		{ build/wire-reference > build/wire.theirs 2> build/wire.findings || true; } && \
		{ build/wire-datagrams-reference > build/wire-datagrams.theirs 2>> build/wire.findings || true; }'
	capi-tests/wire/compare build/wire.ours build/wire.theirs
	capi-tests/wire/compare build/wire-datagrams.ours build/wire-datagrams.theirs capi-tests/wire/datagrams.tsv

# Work on inputs that grow stays in proportion.
COST = $(addprefix capi-tests/cost/,cost.c paths.c messages.c datagrams.c)
build/cost: all $(COST) capi-tests/cost/cost.h
	$(COMPILE) -O1 -g -Wall -Wextra -Wno-unused-parameter -I include -o $@ $(COST) \
		$(LDFLAGS) -L $(B)/gnutls-rs -l:libgnutls.so.30

check-cost: build/cost
	LD_LIBRARY_PATH=$(B)/gnutls-rs capi-tests/cost/run build/cost

# NIST's path validation cases, whose certificates pip fetches once.
check-pkits: all
	capi-tests/pkits/run ours

# DTLS 1.3 and connection IDs with wolfSSL's example programs, each way.
check-wolfssl: all
	capi-tests/wolfssl/run $(B)/gnutls-rs

# BoringSSL's protocol test runner through a shim on the C API: the cases of capi-tests/bogo/passing.txt pass.
check-bogo: all
	capi-tests/bogo/run

HELGRIND = LD_LIBRARY_PATH=build/lib/gnutls-rs valgrind -q --tool=helgrind --error-exitcode=1 --suppressions=capi-tests/helgrind.supp
helgrind: all
	capi-tests/run ours global/threads session/threads
	$(HELGRIND) build/c/ours/global/threads 3 warm
	$(HELGRIND) build/c/ours/session/threads 6 warm

# Constant time, by statistics: about ten minutes.
SAMPLES = 1000000
timing: all
	$(COMPILE) -O2 -Wall -Wextra -I include -o build/timing capi-tests/timing/timing.c $(LDFLAGS) -L $(B)/gnutls-rs -l:libgnutls.so.30 -lm
	LD_LIBRARY_PATH=build/lib/gnutls-rs build/timing $(SAMPLES)

# This library compared to the installed GnuTLS, as ratios (docs/performance.md).
bench: all
	benches/run

# Generated from src/abi and src/capi.
HEADERS = $(CARGO) run -q -p gnutls-rs-headers --
headers:
	$(HEADERS) . include/gnutls

# Programs of Debian on this library: which of them work is written, and one that no longer does is an error.
PROGRAMS =
programs: all
	capi-tests/interop/programs/run --write docs/programs.md $(PROGRAMS)

# about.toml lists what is allowed; tools/notices.hbs is the form.
notices:
	$(CARGO) about generate --locked tools/notices.hbs -o NOTICES.new
	mv NOTICES.new NOTICES

# The version of the package, which is not that of the interface.
PACKAGE_VERSION = $(shell sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml)
dist:
	tools/dist $(PACKAGE_VERSION) build/dist

deb: need-deb dist
	tools/deb $(PACKAGE_VERSION) build/dist

# The packages in a Debian of their own (as root), after `make deb`.
check-deb:
	capi-tests/install/packages

docs/STATUS.md status:
	$(CARGO) run -q -p gnutls-rs-abi -- status > docs/STATUS.md.new
	mv docs/STATUS.md.new docs/STATUS.md

# The command gnutls-rs, its completions and its manual pages (tools/gnutls-rs).
.PHONY: command check-command
COMMAND_PROFILE = $(if $(DEBUG),dev,command)
command: need-build
	$(REMAP) $(CARGO) build -p gnutls-rs-command --profile $(COMMAND_PROFILE) $(REMAPPED)
	@mkdir -p build/bin
	@cp "$(TARGET)/$(COMMAND_PROFILE:dev=debug)/gnutls-rs" build/bin/gnutls-rs.new && mv build/bin/gnutls-rs.new build/bin/gnutls-rs
	@build/bin/gnutls-rs generate build "$$(date -u -d @$(PAGES_EPOCH) +%Y-%m-%d)"

# What it does to a Debian of its own (as root).
check-command: all command
	capi-tests/install/command

# Without CARGO_TARGET_DIR everything that Cargo built is ours. A directory that other projects build into as well keeps the
# dependencies that they may have in common.
clean:
ifneq ($(TARGET),target)
	$(CARGO) clean --offline -p gnutls-rs -p gnutls-rs-abi -p gnutls-rs-command -p gnutls-rs-headers
endif
	rm -rf build man/man3 man/man7 $(if $(filter target,$(TARGET)),target)
