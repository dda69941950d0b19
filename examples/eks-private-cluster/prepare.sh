#!/bin/bash
# Runs once, before the node takes work.
set -euo pipefail
apiclient set motd="This node has no way to the internet."
