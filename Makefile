# gnutls-rs: the library, its tests and its installation.
#
#   make                 the two objects below build/lib, headers and pkg-config files beside them
#   make DEBUG=1         the same from the quick profile of Cargo
#   make check           everything that says whether the library is right
#   make check-reference the C tests on the installed GnuTLS
#   make install [PREFIX=/usr/local LIBDIR=$(PREFIX)/lib DESTDIR=]

VERSION  = 3.8.13
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

all: $(B)/libgnutls-rs.so.30 $(B)/gnutls-rs/libgnutls.so.30

# Cargo knows what is out of date.
.PHONY: all archive clean
archive:
	$(CARGO) build $(CARGOFLAGS)
	@mkdir -p build
	@cp $$(ls -t $(TARGET)/$(PROFILE)/build/gnutls-rs-*/out/symbols.map | head -1) build/symbols.map.new
	@cmp -s build/symbols.map.new build/symbols.map || cp build/symbols.map.new build/symbols.map
	@rm build/symbols.map.new

$(ARCHIVE): archive ;

# One object under two names; the debug information of a release stands beside it.
$(B)/libgnutls-rs.so.30: $(ARCHIVE)
	@mkdir -p $(B)
	$(LINK) -Wl,-soname,libgnutls-rs.so.30 -o $@
	$(call split,$@)
	ln -sf libgnutls-rs.so.30 $(B)/libgnutls-rs.so
	cp $(ARCHIVE) $(B)/libgnutls-rs.a

$(B)/gnutls-rs/libgnutls.so.30: $(ARCHIVE)
	@mkdir -p $(B)/gnutls-rs
	$(LINK) -Wl,-soname,libgnutls.so.30 -o $@
	$(call split,$@)
	ln -sf libgnutls.so.30 $(B)/gnutls-rs/libgnutls.so

ifdef DEBUG
split =
else
define split
objcopy --only-keep-debug $(1) $(1).debug
objcopy --strip-unneeded --add-gnu-debuglink=$(1).debug $(1)
endef
endif

clean:
	$(CARGO) clean
	rm -rf build
