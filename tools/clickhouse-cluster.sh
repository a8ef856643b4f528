#!/usr/bin/env bash
set -euo pipefail

usage() {
  cat <<'TEXT'
A ClickHouse cluster of two shards on this machine, to try distributed tables with: two servers on loopback, all their data in one folder.

  tools/clickhouse-cluster.sh start [folder]          starts both servers and prints the address for Source.Open
  tools/clickhouse-cluster.sh status folder           says which servers answer; exit code 1 when one does not
  tools/clickhouse-cluster.sh restart folder [shard]  starts again what was stopped or killed: shard 1, shard 2, or both; data is kept
  tools/clickhouse-cluster.sh stop folder             ends both servers and removes the folder

Then, in a notebook:

  var source = Source.Open("clickhouse://default@127.0.0.1:8123,127.0.0.1:8124/default?cluster=two_shards");   // the address that start printed
  source.Write("orders", DataFrame.ReadCsv("data/orders.csv"));                                                // half of the rows on each shard
  source.Table("orders").GroupBy("channel").Aggregate(("orders", Agg.Count()))                                 // each shard counts its own

Needs the program clickhouse-server (Debian: clickhouse-server, 18.16). The ports are free ones; MN_CLICKHOUSE_PORTS="8123 9001 8124 9002" names
them: HTTP and TCP of the first server, HTTP and TCP of the second. The user is "default" without a password, from 127.0.0.1 alone.
Exit codes: 0 done, 1 a server does not answer, 2 wrong arguments, 3 clickhouse-server is not installed.
TEXT
}

fail() { echo "$2" >&2; exit "$1"; }

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    [[ " ${ports[*]-} " == *" $port "* ]] && continue
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

write_config() { # shard
  local home="$folder/shard$1"
  mkdir -p "$home/data" "$home/tmp"
  cat > "$home/users.xml" <<XML
<yandex>
  <profiles><default><max_memory_usage>2000000000</max_memory_usage></default></profiles>
  <users><default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users>
  <quotas><default></default></quotas>
</yandex>
XML
  cat > "$home/config.xml" <<XML
<yandex>
  <logger><level>warning</level><log>$home/log</log><errorlog>$home/errors</errorlog></logger>
  <listen_host>127.0.0.1</listen_host><http_port>$(http_port "$1")</http_port><tcp_port>${ports[2 * $1 - 1]}</tcp_port>
  <path>$home/data/</path><tmp_path>$home/tmp/</tmp_path><users_config>$home/users.xml</users_config>
  <mark_cache_size>50000000</mark_cache_size><timezone>UTC</timezone>
  <default_profile>default</default_profile><default_database>default</default_database>
  <remote_servers>
    <two_shards>
      <shard><replica><host>127.0.0.1</host><port>${ports[1]}</port></replica></shard>
      <shard><replica><host>127.0.0.1</host><port>${ports[3]}</port></replica></shard>
    </two_shards>
  </remote_servers>
</yandex>
XML
}

http_port() { echo "${ports[2 * $1 - 2]}"; }

# A process that has ended but that nobody has waited for (state Z) runs no more.
runs() { [ -e "$folder/shard$1/pid" ] && grep -q '^State:[[:space:]]*[^ZX]' "/proc/$(cat "$folder/shard$1/pid")/status" 2>/dev/null; }

answers() { (exec 3<>"/dev/tcp/127.0.0.1/$(http_port "$1")"; printf 'GET /ping HTTP/1.0\r\n\r\n' >&3; grep -q Ok <&3) 2>/dev/null; }

launch() { # shard
  local home="$folder/shard$1"
  runs "$1" && return
  (cd "$home" && exec nohup "$server" --config-file="$home/config.xml" > "$home/out" 2>&1 < /dev/null) &
  echo $! > "$home/pid"
}

await() { # shard
  local launches=1
  for _ in $(seq 300); do
    answers "$1" && return
    sleep 0.1
    if ! runs "$1"; then # a server that was just killed may still hold the folder's lock
      [ $((launches += 1)) -le 10 ] || break
      sleep 0.3
      launch "$1"
    fi
  done
  tail -n 3 "$folder/shard$1/errors" "$folder/shard$1/out" >&2 2>/dev/null || true
  fail 1 "Shard $1 does not answer; see $folder/shard$1/errors."
}

find_server() { server=$(command -v clickhouse-server || command -v /usr/sbin/clickhouse-server) || fail 3 "clickhouse-server is not installed (Debian: clickhouse-server)."; }

find_folder() {
  folder=${1:-}
  [ -n "$folder" ] || { usage >&2; exit 2; }
  [ -e "$folder/ports" ] || fail 2 "'$folder' is no folder that start has made."
  folder=$(cd "$folder" && pwd)
  read -ra ports < "$folder/ports"
}

case "${1:-}" in
  start)
    find_server
    folder=${2:-$(mktemp -d "${TMPDIR:-/tmp}/mn-clickhouse-XXXXXX")}
    mkdir -p "$folder"
    folder=$(cd "$folder" && pwd)
    [ -e "$folder/ports" ] && fail 2 "'$folder' holds a cluster already: restart or stop it."
    read -ra ports <<< "${MN_CLICKHOUSE_PORTS:-}"
    if [ ${#ports[@]} -ne 4 ]; then
      ports=()
      for _ in 1 2 3 4; do ports+=("$(free_port)"); done
    fi
    echo "${ports[*]}" > "$folder/ports"
    for shard in 1 2; do write_config "$shard"; launch "$shard"; done
    for shard in 1 2; do await "$shard"; done
    echo "folder: $folder"
    echo "clickhouse://default@127.0.0.1:$(http_port 1),127.0.0.1:$(http_port 2)/default?cluster=two_shards"
    ;;
  status)
    find_folder "${2:-}"
    code=0
    for shard in 1 2; do
      if answers "$shard"; then echo "shard $shard answers on port $(http_port "$shard")"; else echo "shard $shard does not answer on port $(http_port "$shard")"; code=1; fi
    done
    exit $code
    ;;
  restart)
    find_server
    find_folder "${2:-}"
    for shard in ${3:-1 2}; do launch "$shard"; done
    for shard in ${3:-1 2}; do await "$shard"; done
    ;;
  stop)
    find_folder "${2:-}"
    for shard in 1 2; do runs "$shard" && kill -9 "$(cat "$folder/shard$shard/pid")" 2>/dev/null || true; done
    for _ in $(seq 50); do runs 1 || runs 2 || break; sleep 0.1; done
    rm -rf -- "$folder/shard1" "$folder/shard2" "$folder/ports"
    rmdir -- "$folder" 2>/dev/null || true
    ;;
  -h | --help | help) usage ;;
  *) usage >&2; exit 2 ;;
esac
