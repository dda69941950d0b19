"""Properties of CloudFormation as parameters of the API, by the API's own model."""

from typing import Any

from botocore.model import ListShape, MapShape, Shape, StructureShape


class UnknownProperty(Exception):
    """The API has no such parameter."""


def to_parameters(value: Any, shape: Shape, where: str = "") -> Any:
    """What CloudFormation calls `LaunchTemplate` is `launchTemplate` in some APIs, and its numbers may be text."""
    if isinstance(shape, StructureShape):
        members = {name[0].lower() + name[1:]: name for name in shape.members}
        result = {}
        for key, part in value.items():
            name = members.get(key[0].lower() + key[1:])
            if name is None:
                raise UnknownProperty(f"{shape.name} of the API has no {where}{key}")
            result[name] = to_parameters(part, shape.members[name], f"{where}{key}.")
        return result
    if isinstance(shape, ListShape):
        return [to_parameters(part, shape.member, where) for part in value]
    if isinstance(shape, MapShape):
        return {key: to_parameters(part, shape.value, where) for key, part in value.items()}
    if shape.type_name in ("integer", "long"):
        return int(value)
    if shape.type_name in ("float", "double"):
        return float(value)
    if shape.type_name == "boolean":
        return value if isinstance(value, bool) else {"true": True, "false": False}[value]
    return value


def tags_as_map(tags: Any) -> Any:
    """Lists of tags in CloudFormation are maps in some APIs."""
    if isinstance(tags, list):
        return {tag["Key"]: tag["Value"] for tag in tags}
    return tags


def at(value: Any, path: str) -> Any:
    for key in path.split("."):
        value = value[key]
    return value
