# Sourced by mvnw: points JAVA_HOME at a JDK 25 or newer, or ends with one line saying what to install.

jdk_major() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

find_jdk_25() {
  set +f
  set -- "${JAVA_HOME-}" \
    "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /nowhere/bin/javac)")")")" \
    /usr/lib/jvm/*25* /usr/lib/jvm/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home
  set -f
  for home in "$@"; do
    major=$(jdk_major "$home") || continue
    if [ "${major:-0}" -ge 25 ]; then
      JAVA_HOME=$home
      export JAVA_HOME
      return 0
    fi
  done
  return 1
}

find_jdk_25 || {
  echo "Wavetrain needs JDK 25 and found none: install one (for example Eclipse Temurin 25, package temurin-25-jdk) or point JAVA_HOME at it." >&2
  exit 1
}
# A net this small loses more to a second OpenMP thread than it gains.
OMP_NUM_THREADS=${OMP_NUM_THREADS:-1}
export OMP_NUM_THREADS
