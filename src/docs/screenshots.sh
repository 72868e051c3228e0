#!/bin/sh
# Makes the pictures of the README anew: the real program, really training, in both themes. Needs no screen.
set -eu
cd "$(dirname "$0")/../.."
mvn -q -pl app -am test -Dtest=Screenshots -Dsurefire.failIfNoSpecifiedTests=false -Dtests.jvm="-Dlayerloom.screenshots=$PWD/src/docs/images" "$@"
