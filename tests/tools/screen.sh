# A screen of its own for a real window, to be sourced: Xvfb, openbox, a session bus and the file dialog of xdg-desktop-portal-gtk.
# Where one of them is missing it says "skipped" and ends, unless RENCANA_NO_SKIP forbids it. With RENCANA_SHOTS=FOLDER the scripts
# leave pictures of their way there. $program is what `begin` starts.

skip() {
  [ -z "${RENCANA_NO_SKIP:-}" ] || { echo "$1, and RENCANA_NO_SKIP is set" >&2; exit 1; }
  echo "skipped: $1"
  exit 0
}
for tool in Xvfb openbox xdotool dbus-daemon setxkbmap; do
  command -v "$tool" >/dev/null || skip "$tool is not installed"
done
portal=
for folder in /usr/libexec /usr/lib /usr/lib/xdg-desktop-portal; do
  [ -x "$folder/xdg-desktop-portal" ] && [ -x "$folder/xdg-desktop-portal-gtk" ] && portal=$folder
done
[ -n "$portal" ] || skip "xdg-desktop-portal-gtk is not installed"

work=$(mktemp -d)
pids=()
leave() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap leave EXIT

# The screen and its session.
mkdir -p "$work/run" "$work/home" "$work/plans"
chmod 700 "$work/run"
export HOME=$work/home XDG_RUNTIME_DIR=$work/run XDG_CONFIG_HOME=$work/home/.config XDG_DATA_HOME=$work/home/.local/share
export RENCANA_DATA=$work/data LC_ALL=C.UTF-8 XDG_CURRENT_DESKTOP=GTK GDK_BACKEND=x11
unset WAYLAND_DISPLAY
exec 3<>"$work/display"
Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp >"$work/xvfb.log" 2>&1 &
pids+=($!)
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
DISPLAY=:$(head -1 "$work/display")
export DISPLAY
dbus-daemon --session --nofork --print-address=1 >"$work/bus" 2>"$work/bus.log" &
pids+=($!)
for _ in $(seq 100); do [ -s "$work/bus" ] && break; sleep 0.1; done
DBUS_SESSION_BUS_ADDRESS=$(head -1 "$work/bus")
export DBUS_SESSION_BUS_ADDRESS
openbox >"$work/openbox.log" 2>&1 &
pids+=($!)
"$portal/xdg-desktop-portal-gtk" >"$work/portal-gtk.log" 2>&1 &
pids+=($!)
sleep 1
"$portal/xdg-desktop-portal" >"$work/portal.log" 2>&1 &
pids+=($!)
sleep 1

shots=0
shot() {
  if [ -n "${RENCANA_SHOTS:-}" ] && command -v import >/dev/null; then
    mkdir -p "$RENCANA_SHOTS"
    shots=$((shots + 1))
    import -window root "$RENCANA_SHOTS/$(printf %02d "$shots")-$1.png"
  fi
}
fail() {
  shot failed
  echo "$(basename "$0"): $1" >&2
  for log in "$work"/*.log; do sed "s|^|$(basename "$log"): |" "$log" | tail -n 5 >&2; done
  exit 1
}
keys() { xdotool key --delay 80 -- "$@"; sleep 0.6; }
words() { xdotool type --delay 30 -- "$1"; sleep 0.6; }
# Waits until a window of this name is there, and gives it the keyboard.
window() {
  local found
  found=$(timeout 30 xdotool search --sync --onlyvisible --name "$1" | tail -1) || fail "no window named $1"
  xdotool windowactivate --sync "$found" || fail "the window $1 does not take the keyboard"
  sleep 1
}
file() {
  for _ in $(seq 100); do [ -s "$1" ] && return; sleep 0.2; done
  fail "nothing was saved as $1"
}
begin() {
  "$program" "$@" >"$work/program.log" 2>&1 &
  app=$!
  pids+=("$app")
  window Rencana
}
ends() {
  keys ctrl+q
  for _ in $(seq 50); do kill -0 "$app" 2>/dev/null || return 0; sleep 0.2; done
  fail "the program did not end"
}
