# Sourced by the scripts beside it, which have $dir, $pids and $failed: servers on ports of their own.
# shellcheck shell=bash disable=SC2034,SC2154
port=$((20000 + RANDOM % 20000))
start() { # COMMAND... with PORT in it, on the next port that is free
	for _ in 1 2 3 4 5; do
		port=$((port + 1))
		"${@//PORT/$port}" > "$dir/server.log" 2>&1 < /dev/null &
		pids="$pids $!"
		for _ in $(seq 60); do
			(exec 3<> /dev/tcp/127.0.0.1/$port) 2> /dev/null && return
			kill -0 $! 2> /dev/null || break
			sleep 0.05
		done
	done
	echo "no server: $*" >&2
	failed=1
}
