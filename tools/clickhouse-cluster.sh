#!/usr/bin/env bash
# A ClickHouse cluster of two shards on this machine, to try distributed tables with: two servers on loopback, all data in one folder.
#   tools/clickhouse-cluster.sh start [folder]   starts it and prints the address for Source.Open
#   tools/clickhouse-cluster.sh stop folder      ends both servers and removes the folder
# Needs the program clickhouse-server (Debian: clickhouse-server). Ports are free ones unless MN_CLICKHOUSE_PORTS names four:
# HTTP and TCP of the first server, HTTP and TCP of the second.
set -euo pipefail

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 30000))
    [[ " ${taken[*]-} " == *" $port "* ]] && continue
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

write_config() { # shard, http port, tcp port
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
  <listen_host>127.0.0.1</listen_host><http_port>$2</http_port><tcp_port>$3</tcp_port>
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

start_shard() { # shard
  local home="$folder/shard$1"
  (cd "$home" && exec nohup "$server" --config-file="$home/config.xml" > "$home/out" 2>&1) &
  echo $! > "$home/pid"
}

answers() { # http port
  (exec 3<>"/dev/tcp/127.0.0.1/$1"; printf 'GET /ping HTTP/1.0\r\n\r\n' >&3; grep -q Ok <&3) 2>/dev/null
}

case "${1:-}" in
  start)
    server=$(command -v clickhouse-server || command -v /usr/sbin/clickhouse-server) || { echo "clickhouse-server is not installed (Debian: clickhouse-server)." >&2; exit 3; }
    folder=${2:-$(mktemp -d "${TMPDIR:-/tmp}/mn-clickhouse-XXXXXX")}
    mkdir -p "$folder"
    read -ra ports <<< "${MN_CLICKHOUSE_PORTS:-}"
    taken=()
    if [ ${#ports[@]} -ne 4 ]; then
      ports=()
      for _ in 1 2 3 4; do taken+=("$(free_port)"); done
      ports=("${taken[@]}")
    fi
    for shard in 1 2; do
      write_config "$shard" "${ports[$((2 * shard - 2))]}" "${ports[$((2 * shard - 1))]}"
      start_shard "$shard"
    done
    for shard in 1 2; do
      for _ in $(seq 150); do answers "${ports[$((2 * shard - 2))]}" && continue 2; sleep 0.2; done
      echo "Shard $shard does not answer; see $folder/shard$shard/errors." >&2
      "$0" stop "$folder"
      exit 1
    done
    echo "folder: $folder"
    echo "clickhouse://default@127.0.0.1:${ports[0]},127.0.0.1:${ports[2]}/default?cluster=two_shards"
    ;;
  stop)
    folder=${2:?The folder that start printed}
    for pid in "$folder"/shard*/pid; do
      [ -e "$pid" ] || continue
      kill -9 "$(cat "$pid")" 2>/dev/null || true
    done
    sleep 0.2
    rm -rf -- "$folder"/shard1 "$folder"/shard2
    rmdir -- "$folder" 2>/dev/null || true
    ;;
  *)
    echo "usage: $0 start [folder] | stop folder" >&2
    exit 2
    ;;
esac
