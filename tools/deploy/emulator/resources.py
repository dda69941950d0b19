"""Teaches CloudFormation of moto the resource types in kinds.py, and to make stand-ins of all that it does not know."""

import copy
from typing import Any

import boto3
from api import at, to_parameters
from botocore.validate import validate_parameters
from kinds import KINDS, Kind
from moto.cloudformation import parsing

# What the physical ids of stand-ins begin with.
STAND_IN = "not-emulated"


class Resource:
    """A resource that was made by the API of the emulator."""

    kind: Kind
    endpoint: str

    def __init__(self, parameters: dict[str, Any], region: str):
        self.parameters = parameters
        self.region = region

    @classmethod
    def client(cls, region: str) -> Any:
        return boto3.client(cls.kind.service, region_name=region, endpoint_url=cls.endpoint)

    @classmethod
    def parameters_of(cls, properties: dict[str, Any], name: str, region: str) -> dict[str, Any]:
        client = cls.client(region)
        operation = client.meta.method_to_api_mapping[cls.kind.create]
        shape = client.meta.service_model.operation_model(operation).input_shape
        parameters = to_parameters(cls.kind.shape(copy.deepcopy(properties)), shape)
        if cls.kind.name:
            parameters.setdefault(cls.kind.name, name)
        # Tokens are for requests that come twice.
        needed = dict(parameters)
        for key in ("clientToken", "clientRequestToken", "ClientToken"):
            if key in shape.members:
                needed.setdefault(key, "x" * 32)
        validate_parameters(needed, shape)
        return parameters

    @classmethod
    def create_from_cloudformation_json(
        cls, resource_name: str, cloudformation_json: Any, account_id: str, region_name: str, **_: Any
    ) -> "Resource":
        parameters = cls.parameters_of(cloudformation_json["Properties"], resource_name, region_name)
        if cls.kind.delete is None:
            return StandIn(resource_name)
        getattr(cls.client(region_name), cls.kind.create)(**parameters)
        return cls(parameters, region_name)

    @classmethod
    def update_from_cloudformation_json(
        cls,
        original_resource: "Resource",
        new_resource_name: str,
        cloudformation_json: Any,
        account_id: str,
        region_name: str,
    ) -> "Resource":
        if isinstance(original_resource, StandIn):
            cls.parameters_of(cloudformation_json["Properties"], new_resource_name, region_name)
            return original_resource
        name = original_resource.parameters.get(cls.kind.name, new_resource_name)
        parameters = cls.parameters_of(cloudformation_json["Properties"], name, region_name)
        if parameters == original_resource.parameters:
            return original_resource
        if cls.kind.update is None:
            original_resource.delete(account_id, region_name)
        getattr(cls.client(region_name), cls.kind.update or cls.kind.create)(**parameters)
        return cls(parameters, region_name)

    def delete(self, account_id: str, region_name: str) -> None:
        try:
            getattr(self.client(self.region), self.kind.delete)(**self.kind.delete_shape(self.keys))
        except (TypeError, AttributeError) as error:
            # moto takes these for "cannot be deleted".
            raise RuntimeError(str(error)) from error

    @property
    def keys(self) -> dict[str, Any]:
        return {key: self.parameters[key] for key in self.kind.keys if key in self.parameters}

    @property
    def physical_resource_id(self) -> str:
        return "|".join(self.parameters[key] for key in self.kind.ref)

    def is_created(self) -> bool:
        return True

    @classmethod
    def has_cfn_attr(cls, attr: str) -> bool:
        return True

    def get_cfn_attribute(self, attribute_name: str) -> Any:
        if attribute_name not in self.kind.attributes:
            raise LookupError(f"the emulator does not know the attribute {attribute_name} of {self.kind.type}")
        answer = getattr(self.client(self.region), self.kind.describe)(**self.keys)
        return at(answer, self.kind.attributes[attribute_name])


class StandIn:
    """What the emulator cannot make. Its id says so, and so do its attributes."""

    def __init__(self, name: str):
        self.name = name

    @property
    def physical_resource_id(self) -> str:
        return f"{STAND_IN}-{self.name}"

    def is_created(self) -> bool:
        return True

    @classmethod
    def has_cfn_attr(cls, attr: str) -> bool:
        return True

    def get_cfn_attribute(self, attribute_name: str) -> str:
        prefix = "arn:aws:" if attribute_name.endswith("Arn") else ""
        return f"{prefix}{STAND_IN}:{self.name}:{attribute_name}"

    def delete(self, account_id: str, region_name: str) -> None:
        pass

    @classmethod
    def create_from_cloudformation_json(cls, resource_name: str, *_: Any, **__: Any) -> "StandIn":
        return cls(resource_name)

    @classmethod
    def update_from_cloudformation_json(cls, original_resource: "StandIn", **_: Any) -> "StandIn":
        return original_resource


def install(endpoint: str) -> set[str]:
    """Returns the types that are made by their API."""
    from clusters import Cluster

    Resource.endpoint = endpoint
    bases = {"AWS::EKS::Cluster": Cluster}
    by_type: dict[str, Any] = {
        kind.type: type(kind.type, (bases.get(kind.type, Resource),), {"kind": kind}) for kind in KINDS
    }
    known = parsing.get_model_map()
    clashes = set(by_type) & set(known)
    if clashes:
        raise RuntimeError(f"moto knows {', '.join(clashes)} by itself; remove them from kinds.py")

    def class_of(resource_type: str) -> Any:
        if resource_type in parsing.NULL_MODELS:
            return None
        return by_type.get(resource_type) or known.get(resource_type) or StandIn

    parsing.resource_class_from_type = class_of
    return set(by_type)
