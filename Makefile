# gnutls-rs: the library, its tests and its installation.
#
#   make                 the two objects below build/lib, headers and pkg-config files beside them
#   make DEBUG=1         the same from the quick profile of Cargo
#   make check           all tests of the library
#   make check-reference the C tests on the installed GnuTLS
#   make check-newer     the programs of GnuTLS 3.8.13 on this library
#   make check-traces    random traces of C calls against their invariants [TRACES=2000 FIRST=1]
#   make check-traces-reference  the codes of the same traces on the installed GnuTLS [REFERENCE=3.8.13]
#   make check-wire      an adversary that has the keys changes records between a client and a server
#   make check-wire-reference  the same scripts on the installed GnuTLS, differences explained [REFERENCE=3.8.13]
#   make memory          traces under valgrind
#   make check-bogo      BoringSSL's protocol test runner; needs Go [BOGO_CACHE=build/bogo]
#   make check-cost      the instructions of inputs that grow, under valgrind
#   make man             a manual page for each written function, in man/man3
#   make check-doc       the documentation of the sources, the headers and the manual pages has no warnings
#   make command         the command gnutls-rs, its completions and manual pages: build/bin, build/completions, build/man
#   make check-command   what enable and disable do to a Debian of their own (as root)
#   make check-fuzz     the fuzz targets build, where a nightly toolchain and cargo-fuzz are there
#   make audit          licences, duplicates, banned crates, advisories; needs cargo-deny [AUDIT='bans licenses sources']
#   make helgrind        objects shared by threads, and a session in three of them, under valgrind
#   make timing          a million samples a case: whether the time of secret operations depends on the secrets
#   make vectors         headers of vectors again, by the programs beside them
#   make bench           this library compared to the installed GnuTLS, as ratios
#   make install [PREFIX=/usr/local LIBDIR=$(PREFIX)/lib DESTDIR=]

# That of the interface, written in src/abi.
VERSION := $(shell sed -n 's/.*GNUTLS_VERSION: &CStr = c"\(.*\)";/\1/p' src/abi/flags.rs)
PREFIX  ?= /usr/local
LIBDIR  ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
CC      ?= cc
CARGO   ?= cargo
TARGET   = $(or $(CARGO_TARGET_DIR),target)
ifdef DEBUG
PROFILE  = debug
else
PROFILE  = release
CARGOFLAGS = --release
endif
ARCHIVE  = $(TARGET)/$(PROFILE)/libgnutls_rs.a
B        = build/lib

LINK = $(CC) -shared -Wl,--whole-archive $(ARCHIVE) -Wl,--no-whole-archive \
	-Wl,--version-script=build/symbols.map -Wl,-z,relro -Wl,-z,now -Wl,-z,defs -Wl,-z,nodelete \
	-Wl,-Bsymbolic-functions -Wl,--gc-sections -Wl,--build-id -lpthread -ldl -lm -lgcc_s -lc

PC  = build/lib/pkgconfig/gnutls-rs.pc build/lib/gnutls-rs/pkgconfig/gnutls.pc
FILL = sed -e 's|@PREFIX@|$(1)|' -e 's|@LIBDIR@|$(2)|' -e 's|@INCLUDEDIR@|$(3)|' -e 's|@VERSION@|$(VERSION)|'

all: $(B)/libgnutls-rs.so.30 $(B)/gnutls-rs/libgnutls.so.30 $(PC) build/bin/with-gnutls-rs

# Cargo decides what is out of date.
# Debian's programs on this library.
demo: all
	tools/demo

.PHONY: demo all archive audit bench man check-doc check-pages check-headers-doc check-fuzz helgrind memory check-traces check-traces-reference check-wire check-wire-reference check-cost check-bogo timing clean install uninstall vectors check check-rust check-c check-abi check-interop check-reference check-newer check-lint status headers
archive:
	$(CARGO) build $(CARGOFLAGS)
	@mkdir -p build
	@cp $$(ls -t $(TARGET)/$(PROFILE)/build/gnutls-rs-*/out/symbols.map | head -1) build/symbols.map.new
	@cmp -s build/symbols.map.new build/symbols.map || cp build/symbols.map.new build/symbols.map
	@rm build/symbols.map.new

$(ARCHIVE): archive ;

# One object under two names; the debug information of a release is in a separate file beside it.
$(B)/libgnutls-rs.so.30: $(ARCHIVE)
	@mkdir -p $(B)
	$(LINK) -Wl,-soname,libgnutls-rs.so.30 -o $@
	$(call split,$@)
	ln -sf libgnutls-rs.so.30 $(B)/libgnutls-rs.so
	cp $(ARCHIVE) $(B)/libgnutls-rs.a
	$(call split-archive,$(B)/libgnutls-rs.a)

$(B)/gnutls-rs/libgnutls.so.30: $(ARCHIVE)
	@mkdir -p $(B)/gnutls-rs
	$(LINK) -Wl,-soname,libgnutls.so.30 -o $@
	$(call split,$@)
	ln -sf libgnutls.so.30 $(B)/gnutls-rs/libgnutls.so

ifdef DEBUG
split =
split-archive =
else
split-archive = strip -g $(1)
define split
objcopy --only-keep-debug $(1) $(1).debug
objcopy --strip-unneeded --add-gnu-debuglink=$(1).debug $(1)
endef
endif

# What is built is usable in place: these point into the build directory.
build/lib/pkgconfig/gnutls-rs.pc: pkgconfig/gnutls-rs.pc.in Makefile
	@mkdir -p $(@D)
	$(call FILL,$(CURDIR)/build,$(CURDIR)/build/lib,$(CURDIR)/include) $< > $@

build/lib/gnutls-rs/pkgconfig/gnutls.pc: pkgconfig/gnutls.pc.in Makefile
	@mkdir -p $(@D)
	$(call FILL,$(CURDIR)/build,$(CURDIR)/build/lib,$(CURDIR)/include) $< > $@

build/bin/with-gnutls-rs: bin/with-gnutls-rs.in
	@mkdir -p $(@D)
	sed 's|@RELATIVE@|../lib/gnutls-rs|' $< > $@
	chmod +x $@

D = $(DESTDIR)
MANDIR ?= $(PREFIX)/share/man

# The pages show the day of the last commit, or SOURCE_DATE_EPOCH's; outside of a repository that of the changelog.
PAGES_EPOCH = $${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)}
man:
	rm -rf man/man3
	$(CARGO) run -q -p gnutls-rs-abi -- man . $$(date -u -d @$(PAGES_EPOCH) +%Y-%m-%d)

install: all man
	install -d $(D)$(LIBDIR)/pkgconfig $(D)$(LIBDIR)/gnutls-rs/pkgconfig $(D)$(PREFIX)/bin
	install -d $(D)$(INCLUDEDIR)/gnutls $(D)$(MANDIR)/man1 $(D)$(MANDIR)/man3
	install -m 755 $(B)/libgnutls-rs.so.30 $(D)$(LIBDIR)/
	ln -sf libgnutls-rs.so.30 $(D)$(LIBDIR)/libgnutls-rs.so
	install -m 644 $(B)/libgnutls-rs.a $(D)$(LIBDIR)/
	install -m 755 $(B)/gnutls-rs/libgnutls.so.30 $(D)$(LIBDIR)/gnutls-rs/
	ln -sf libgnutls.so.30 $(D)$(LIBDIR)/gnutls-rs/libgnutls.so
	install -m 644 include/gnutls/*.h $(D)$(INCLUDEDIR)/gnutls/
	$(call FILL,$(PREFIX),$(LIBDIR),$(INCLUDEDIR)) pkgconfig/gnutls-rs.pc.in > $(D)$(LIBDIR)/pkgconfig/gnutls-rs.pc
	$(call FILL,$(PREFIX),$(LIBDIR),$(INCLUDEDIR)) pkgconfig/gnutls.pc.in > $(D)$(LIBDIR)/gnutls-rs/pkgconfig/gnutls.pc
	sed "s|@RELATIVE@|$$(realpath -m --relative-to=$(PREFIX)/bin $(LIBDIR)/gnutls-rs)|" bin/with-gnutls-rs.in \
		> $(D)$(PREFIX)/bin/with-gnutls-rs
	chmod 755 $(D)$(PREFIX)/bin/with-gnutls-rs
	install -m 644 man/with-gnutls-rs.1 $(D)$(MANDIR)/man1/
	install -m 644 man/man3/*.3 $(D)$(MANDIR)/man3/

uninstall:
	rm -f $(D)$(LIBDIR)/libgnutls-rs.so.30 $(D)$(LIBDIR)/libgnutls-rs.so $(D)$(LIBDIR)/libgnutls-rs.a
	rm -f $(D)$(LIBDIR)/pkgconfig/gnutls-rs.pc $(D)$(PREFIX)/bin/with-gnutls-rs $(D)$(MANDIR)/man1/with-gnutls-rs.1
	rm -rf $(D)$(LIBDIR)/gnutls-rs
	grep -ls '^\.TH .* "gnutls-rs"$$' $(D)$(MANDIR)/man3/*gnutls_*.3 | xargs -r rm -f
	cd include/gnutls && for h in *.h; do rm -f $(D)$(INCLUDEDIR)/gnutls/$$h; done
	-rmdir $(D)$(INCLUDEDIR)/gnutls

check: check-lint check-rust check-abi check-c check-traces check-wire check-interop

check-lint:
	$(CARGO) fmt --all --check
	$(CARGO) clippy --workspace --all-targets -- -D warnings

check-rust:
	$(CARGO) test --workspace
	$(CARGO) test -q --manifest-path tools/headers/Cargo.toml --target-dir $(TARGET)/tools

check-doc: check-pages check-headers-doc
# For contributors: private items are included.
	RUSTDOCFLAGS="-D warnings -A rustdoc::private_intra_doc_links" $(CARGO) doc -q --lib --no-deps --document-private-items

# All pages in one run each; a warning of groff's is not an exit status.
check-pages: man
	@if command -v mandoc > /dev/null; then mandoc -T lint -W warning man/man3/*.3 man/*.1; \
	else echo "the manual pages are not checked by mandoc, which is not installed"; fi
	@if command -v groff > /dev/null; then mkdir -p build && groff -mandoc -Tutf8 -ww -z man/man3/*.3 man/*.1 2> build/groff.log && \
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

check-abi: all
	capi-tests/abi/symbols $(B)/gnutls-rs/libgnutls.so.30
	capi-tests/abi/symbols $(B)/libgnutls-rs.so.30
	rm -rf build/headers && $(HEADERS) . build/headers 2> build/headers.log
	diff -r -x gnutlsxx.h include/gnutls build/headers || { echo "the headers are old: make headers" >&2; exit 1; }
	capi-tests/abi/headers include
	$(CXX) -std=c++98 -Wall -Wextra -Werror -I include -o build/xx capi-tests/abi/xx.cc -L $(B)/gnutls-rs -l:libgnutls.so.30 \
		&& LD_LIBRARY_PATH=$(B)/gnutls-rs build/xx
	capi-tests/abi/installed $(B)/gnutls-rs/libgnutls.so.30
	capi-tests/abi/nulls $(B)/gnutls-rs/libgnutls.so.30

# Headers of vectors, by the programs beside them on the installed GnuTLS: they make the same bytes again.
#   $(call made,HEADER,PROGRAM,ARGUMENTS,LIBRARIES)
C = capi-tests/c
made = $(CC) -O1 -Wall -Wextra -I $(C)/support -o build/$(notdir $(2)) $(C)/$(2).c -lgnutls $(4) && \
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
check-reference:
	capi-tests/run $(REFERENCE)

# The programs of that suite on this library and on GnuTLS (as root).
check-newer: all
	capi-tests/interop/newer $(B)/gnutls-rs

# Random traces of calls on a client and a server (docs/testing.md).
TRACES = 2000
FIRST  = 1
build/traces: all capi-tests/traces/traces.c
	$(CC) -O1 -g -Wall -Wextra -Wno-unused-parameter -I include -o $@ capi-tests/traces/traces.c \
		-L $(B)/gnutls-rs -l:libgnutls.so.30

check-traces: build/traces
	LD_LIBRARY_PATH=$(B)/gnutls-rs build/traces $(FIRST) $(TRACES)

# The same traces on the installed GnuTLS, call by call, or on that of REFERENCE=3.8.13 (as root).
check-traces-reference: build/traces
	capi-tests/traces/compare $(FIRST) $(TRACES) $(REFERENCE)

memory: build/traces
	LD_LIBRARY_PATH=$(B)/gnutls-rs valgrind -q --error-exitcode=3 --leak-check=full build/traces $(FIRST) 200

# An adversary on the wire that has the keys (docs/testing.md).
build/wire: all $(wildcard capi-tests/wire/*)
	$(CC) -O1 -g -Wall -Wextra -I include -o $@ capi-tests/wire/wire.c -L $(B)/gnutls-rs -l:libgnutls.so.30

check-wire: build/wire
	LD_LIBRARY_PATH=$(B)/gnutls-rs build/wire > build/wire.ours

# GnuTLS breaks some of the invariants (build/wire.findings): its answers alone count.
check-wire-reference: check-wire
	$(if $(filter 3.%,$(REFERENCE)),capi-tests/newer) sh -c '$(CC) -O1 -o build/wire-reference capi-tests/wire/wire.c -lgnutls && \
		{ build/wire-reference > build/wire.theirs 2> build/wire.findings || true; }'
	capi-tests/wire/compare build/wire.ours build/wire.theirs

# Work on inputs that grow stays in proportion.
COST = $(addprefix capi-tests/cost/,cost.c paths.c messages.c)
build/cost: all $(COST) capi-tests/cost/cost.h
	$(CC) -O1 -g -Wall -Wextra -Wno-unused-parameter -I include -o $@ $(COST) \
		-L $(B)/gnutls-rs -l:libgnutls.so.30

check-cost: build/cost
	LD_LIBRARY_PATH=$(B)/gnutls-rs capi-tests/cost/run build/cost

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
	$(CC) -O2 -Wall -Wextra -I include -o build/timing capi-tests/timing/timing.c -L build/lib/gnutls-rs -l:libgnutls.so.30 -lm
	LD_LIBRARY_PATH=build/lib/gnutls-rs build/timing $(SAMPLES)

# This library compared to the installed GnuTLS, as ratios (docs/performance.md).
bench: all
	benches/run

# Generated from src/abi and src/capi.
HEADERS = $(CARGO) run -q --manifest-path tools/headers/Cargo.toml --target-dir $(TARGET)/tools --
headers:
	$(HEADERS) . include/gnutls

docs/STATUS.md status:
	$(CARGO) run -q -p gnutls-rs-abi -- status > docs/STATUS.md.new
	mv docs/STATUS.md.new docs/STATUS.md

# The command gnutls-rs, its completions and its manual pages (tools/gnutls-rs).
.PHONY: command check-command
COMMAND_PROFILE = $(if $(DEBUG),dev,command)
command:
	$(CARGO) build -p gnutls-rs-command --profile $(COMMAND_PROFILE)
	@mkdir -p build/bin
	@cp $(TARGET)/$(COMMAND_PROFILE:dev=debug)/gnutls-rs build/bin/gnutls-rs.new && mv build/bin/gnutls-rs.new build/bin/gnutls-rs
	@build/bin/gnutls-rs generate build $$(date -u -d @$(PAGES_EPOCH) +%Y-%m-%d)

# What it does to a Debian of its own (as root).
check-command: all command
	capi-tests/install/command

clean:
	$(CARGO) clean
	rm -rf build
