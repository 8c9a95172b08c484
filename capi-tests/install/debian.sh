#!/bin/sh
# A Debian 12 of its own for a test, as root: sourced by the scripts beside it, which then go on inside.
# It is unpacked once into DEBIAN_TREE (build/debian-tree: 300 MB, a minute); each run works on a copy above it, $root, that goes
# with the run. The script is started again for that, by its name in this directory and with the arguments that it had.
tree=${DEBIAN_TREE:-build/debian-tree}

if [ -z "${INSIDE:-}" ]; then
	[ "$(id -u)" = 0 ] || { echo "$0: root is needed" >&2; exit 2; }
	if [ ! -e "$tree/usr/bin/wget" ]; then
		command -v debootstrap > /dev/null || { echo "debootstrap is needed: apt-get install debootstrap" >&2; exit 2; }
		mirror=$(capi-tests/mirror)
		mkdir -p "$tree"
		debootstrap --variant=minbase --include=wget,ca-certificates,openssh-client,openssh-server,gnutls-bin,libgnutls30 \
			bookworm "$tree" "$mirror" >&2
	fi
	# Mounts and processes of its own: both end with the run. Nothing of this machine's /dev and /proc is mounted, and nothing
	# is removed recursively outside: what is below this directory exists in the inner namespace alone.
	work=$(mktemp -d)
	status=0
	INSIDE=$work unshare --mount --pid --fork --kill-child --propagation private "capi-tests/install/$(basename "$0")" "$@" || status=$?
	rmdir "$work"
	exit "$status"
fi

work=$INSIDE
unset INSIDE
mount -t tmpfs tmpfs "$work"
mkdir "$work/upper" "$work/work" "$work/root"
mount -t overlay -o "lowerdir=$(realpath "$tree"),upperdir=$work/upper,workdir=$work/work" overlay "$work/root"
root=$work/root
mount -t proc proc /proc
mount -t proc proc "$root/proc"
mount -t tmpfs -o mode=755 tmpfs "$root/dev"
make_nodes() {
	while [ $# -gt 0 ]; do
		mknod -m 666 "$root/dev/$1" c "$2" "$3"
		shift 3
	done
}
make_nodes null 1 3 zero 1 5 full 1 7 random 1 8 urandom 1 9 tty 5 0
ln -s /proc/self/fd "$root/dev/fd"
cat /etc/resolv.conf > "$root/etc/resolv.conf"
cat /etc/hosts > "$root/etc/hosts"
