"""The AWS emulator: the server of moto, with what is missing for deployments of Bottlerocket nodes.

Usage: server.py PORT SEED

SEED is a JSON file with the images and the public parameters that exist: {"images": [{"id", "name", "architecture"}],
"parameters": {NAME: VALUE}}.
"""

import json
import os
import sys
import threading

ACCOUNT = "123456789012"


def seed(file: str, region: str) -> None:
    """Images of Bottlerocket, and the public parameters that name them."""
    from moto.core.utils import utcnow
    from moto.ec2.models import ec2_backends
    from moto.ec2.models.amis import Ami
    from moto.ssm.models import Parameter, ssm_backends

    with open(file, encoding="utf-8") as stream:
        content = json.load(stream)
    ec2 = ec2_backends[ACCOUNT][region]
    for image in content["images"]:
        ec2.amis[image["id"]] = Ami(
            ec2,
            image["id"],
            name=image["name"],
            architecture=image["architecture"],
            owner_id=ACCOUNT,
            root_device_type="ebs",
            root_device_name="/dev/xvda",
            virtualization_type="hvm",
            region_name=region,
        )
    parameters = ssm_backends[ACCOUNT][region]._parameters
    for name, value in content["parameters"].items():
        parameters[name].append(
            Parameter(ACCOUNT, name, value, "String", None, None, None, utcnow(), 1, "text")
        )


def end_with_caller() -> None:
    """The caller holds the other end of standard input, until it ends in whatever way."""
    sys.stdin.read()
    os._exit(0)


def main(port: str, seed_file: str) -> None:
    threading.Thread(target=end_with_caller, daemon=True).start()
    os.environ["MOTO_PORT"] = port
    from moto.server import main as serve

    from amendments import amend
    from resources import install

    endpoint = f"http://127.0.0.1:{port}"
    amend(endpoint, install(endpoint))
    seed(seed_file, os.environ["AWS_REGION"])
    serve(["--host", "127.0.0.1", "--port", port])


if __name__ == "__main__":
    main(*sys.argv[1:])
