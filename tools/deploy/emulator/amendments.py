"""What CloudFormation of moto does in another way than that of AWS, mended where deployments of nodes meet it."""

import json
import traceback
from typing import Any, Callable

import boto3
from api import to_parameters
from moto.autoscaling.models import FakeAutoScalingGroup
from moto.cloudformation import parsing
from moto.cloudformation.exceptions import ValidationError
from moto.cloudformation.models import CloudFormationBackend
from moto.core.exceptions import ServiceException
from moto.ec2.models.elastic_block_store import EBSBackend
from moto.iam.models import Role
from moto.ssm.models import Document, Parameter

# The size of the root volume in images of Bottlerocket.
IMAGE_VOLUME_GIB = 2


def amend(endpoint: str, followers: set[str]) -> None:
    def client(service: str, region: str) -> Any:
        return boto3.client(service, region_name=region, endpoint_url=endpoint)

    report_failures()
    forget_change_sets()
    look_up_parameters_once()
    name_parameters()
    give_documents_a_format()
    size_volumes()
    attach_policies(client)
    update_groups_in_place(client)
    follow_changes({*followers, "AWS::AutoScaling::AutoScalingGroup"})
    delete_all(client)
    delete_in_order()


def report_failures() -> None:
    """A resource that could not be made fails the deployment. With errors of the server the CDK would try again, find what
    was made already, and call it a success."""

    def reporting(operation: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **kwargs: Any) -> Any:
            try:
                return operation(*args, **kwargs)
            except Exception as error:
                traceback.print_exc()
                raise ValidationError(message=f"{type(error).__name__}: {error}") from error

        return run

    for name in ("execute_change_set", "delete_stack"):
        setattr(CloudFormationBackend, name, reporting(getattr(CloudFormationBackend, name)))


class ChangeSetNotFound(ServiceException):
    code = "ChangeSetNotFound"


def forget_change_sets() -> None:
    """Change sets are gone once they are carried out, and asking for one that is gone has an answer of its own. The CDK
    removes the one before, and waits for that answer."""
    execute = CloudFormationBackend.execute_change_set
    describe = CloudFormationBackend.describe_change_set

    def matching(self: Any, name: str) -> list[str]:
        return [key for key, change_set in self.change_sets.items() if name in (key, change_set.change_set_name)]

    def execute_change_set(self: Any, change_set_name: str, stack_name: str | None = None) -> None:
        execute(self, change_set_name, stack_name)
        delete_change_set(self, change_set_name)

    def delete_change_set(self: Any, change_set_name: str) -> None:
        for key in matching(self, change_set_name):
            del self.change_sets[key]

    def describe_change_set(self: Any, change_set_name: str) -> Any:
        if not matching(self, change_set_name):
            raise ChangeSetNotFound(f"ChangeSet [{change_set_name}] does not exist")
        return describe(self, change_set_name)

    CloudFormationBackend.execute_change_set = execute_change_set
    CloudFormationBackend.delete_change_set = delete_change_set
    CloudFormationBackend.describe_change_set = describe_change_set


def look_up_parameters_once() -> None:
    """For a parameter that keeps its value, moto looks the value up as if it were the name."""
    look_up = parsing.ResourceMap.parse_ssm_parameter

    def parse_ssm_parameter(self: Any, value: str, value_type: str) -> Any:
        return value if value in self.resolved_parameters.values() else look_up(self, value, value_type)

    parsing.ResourceMap.parse_ssm_parameter = parse_ssm_parameter


def default_properties(model: Any, defaults: Callable[[str, dict[str, Any]], dict[str, Any]]) -> None:
    create = model.create_from_cloudformation_json

    def with_defaults(resource_name: str, cloudformation_json: Any, *args: Any, **kwargs: Any) -> Any:
        properties = cloudformation_json["Properties"]
        cloudformation_json["Properties"] = {**properties, **defaults(resource_name, properties)}
        return create(resource_name, cloudformation_json, *args, **kwargs)

    model.create_from_cloudformation_json = staticmethod(with_defaults)


def name_parameters() -> None:
    """Parameters without a name get one."""
    default_properties(Parameter, lambda name, properties: {"Name": properties.get("Name", name)})


def give_documents_a_format() -> None:
    """Documents are JSON unless they say otherwise, and may be objects."""

    def defaults(_: str, properties: dict[str, Any]) -> dict[str, Any]:
        content = properties["Content"]
        return {
            "DocumentFormat": properties.get("DocumentFormat", "JSON"),
            "Content": content if isinstance(content, str) else json.dumps(content),
        }

    default_properties(Document, defaults)


def size_volumes() -> None:
    """Volumes in launch templates have no size where that of the image is meant."""
    create = EBSBackend.create_volume

    def create_volume(self: Any, size: int | None, *args: Any, **kwargs: Any) -> Any:
        return create(self, size or IMAGE_VOLUME_GIB, *args, **kwargs)

    EBSBackend.create_volume = create_volume


def attach_policies(client: Callable[[str, str], Any]) -> None:
    """moto leaves managed policies of roles out."""
    create = Role.create_from_cloudformation_json

    def create_with_policies(
        resource_name: str, cloudformation_json: Any, account_id: str, region_name: str, **kwargs: Any
    ) -> Any:
        role = create(resource_name, cloudformation_json, account_id, region_name, **kwargs)
        for arn in cloudformation_json["Properties"].get("ManagedPolicyArns", []):
            client("iam", region_name).attach_role_policy(RoleName=role.name, PolicyArn=arn)
        return role

    Role.create_from_cloudformation_json = staticmethod(create_with_policies)


def update_groups_in_place(client: Callable[[str, str], Any]) -> None:
    """An Auto Scaling group stays the same when it changes; moto makes another one with another name."""

    def update(
        original_resource: Any, new_resource_name: str, cloudformation_json: Any, account_id: str, region_name: str
    ) -> Any:
        properties = cloudformation_json["Properties"]
        api = client("autoscaling", region_name)
        shape = api.meta.service_model.operation_model("UpdateAutoScalingGroup").input_shape
        keys = ("LaunchTemplate", "MixedInstancesPolicy", "MinSize", "MaxSize", "DesiredCapacity")
        changes = to_parameters({key: properties[key] for key in keys if key in properties}, shape)
        api.update_auto_scaling_group(AutoScalingGroupName=original_resource.name, **changes)
        return original_resource

    FakeAutoScalingGroup.update_from_cloudformation_json = staticmethod(update)


def references(part: Any) -> set[str]:
    if isinstance(part, dict):
        found = {part["Ref"]} if isinstance(part.get("Ref"), str) else set()
        attribute = part.get("Fn::GetAtt")
        if attribute is not None:
            found.add(attribute[0] if isinstance(attribute, list) else attribute.split(".")[0])
        return found.union(*(references(value) for value in part.values()))
    if isinstance(part, list):
        return set().union(*(references(value) for value in part))
    return set()


def follow_changes(followers: set[str]) -> None:
    """What refers to a resource that changes is looked at again: the new version of a launch template stands nowhere
    else in the template."""
    difference = parsing.ResourceMap.build_resource_diff

    def with_followers(self: Any, other_template: dict[str, Any], parameters: Any = None) -> dict[str, Any]:
        result = difference(self, other_template, parameters)
        old, new = self._resource_json_map, other_template["Resources"]
        # moto itself gives properties to resources without any, and then takes them for changed.
        changed = [name for name in result["Modify"] if {"Properties": {}, **old[name]} != {"Properties": {}, **new[name]}]
        result["Modify"] = changed
        for name in changed:
            for other, resource in new.items():
                if other in old and other not in changed and resource["Type"] in followers and name in references(resource):
                    changed.append(other)
        return result

    parsing.ResourceMap.build_resource_diff = with_followers


def delete_all(client: Callable[[str, str], Any]) -> None:
    """moto forgets to delete some kinds of resources, or what goes with them, and then cannot delete the VPC."""

    def gateway(region: str, resource: Any) -> None:
        ec2 = client("ec2", region)
        found = ec2.describe_internet_gateways(InternetGatewayIds=[resource.id])["InternetGateways"]
        for attachment in found[0]["Attachments"]:
            ec2.detach_internet_gateway(InternetGatewayId=resource.id, VpcId=attachment["VpcId"])
        ec2.delete_internet_gateway(InternetGatewayId=resource.id)

    def nat_gateway(region: str, resource: Any) -> None:
        ec2 = client("ec2", region)
        addresses = ec2.describe_nat_gateways(NatGatewayIds=[resource.id])["NatGateways"][0]["NatGatewayAddresses"]
        ec2.delete_nat_gateway(NatGatewayId=resource.id)
        for address in addresses:
            ec2.delete_network_interface(NetworkInterfaceId=address["NetworkInterfaceId"])

    def route_table(region: str, resource: Any) -> None:
        ec2 = client("ec2", region)
        for association in ec2.describe_route_tables(RouteTableIds=[resource.id])["RouteTables"][0]["Associations"]:
            ec2.disassociate_route_table(AssociationId=association["RouteTableAssociationId"])
        ec2.delete_route_table(RouteTableId=resource.id)

    def group(region: str, resource: Any) -> None:
        ids = [state.instance.id for state in resource.instance_states]
        client("autoscaling", region).delete_auto_scaling_group(AutoScalingGroupName=resource.name, ForceDelete=True)
        if not ids:
            return
        ec2 = client("ec2", region)
        interfaces = [
            interface["NetworkInterfaceId"]
            for reservation in ec2.describe_instances(InstanceIds=ids)["Reservations"]
            for instance in reservation["Instances"]
            for interface in instance["NetworkInterfaces"]
        ]
        ec2.terminate_instances(InstanceIds=ids)
        for interface in interfaces:
            ec2.delete_network_interface(NetworkInterfaceId=interface)

    def by(service: str, operation: str, parameter: str, value: Callable[[Any], Any]) -> Callable[[str, Any], Any]:
        return lambda region, resource: getattr(client(service, region), operation)(**{parameter: value(resource)})

    deletions: dict[str, Callable[[str, Any], Any]] = {
        "AWS::AutoScaling::AutoScalingGroup": group,
        "AWS::EC2::InternetGateway": gateway,
        "AWS::EC2::NatGateway": nat_gateway,
        "AWS::EC2::RouteTable": route_table,
        "AWS::EC2::EIP": by("ec2", "release_address", "AllocationId", lambda resource: resource.allocation_id),
        "AWS::EC2::FlowLog": by("ec2", "delete_flow_logs", "FlowLogIds", lambda resource: [resource.id]),
        "AWS::EC2::VPCEndpoint": by("ec2", "delete_vpc_endpoints", "VpcEndpointIds", lambda resource: [resource.id]),
        "AWS::ECS::Cluster": by("ecs", "delete_cluster", "cluster", lambda resource: resource.arn),
        "AWS::ECS::TaskDefinition": by("ecs", "deregister_task_definition", "taskDefinition", lambda resource: resource.arn),
        # Gone with the route table or the gateway.
        "AWS::EC2::Route": lambda region, resource: None,
        "AWS::EC2::SubnetRouteTableAssociation": lambda region, resource: None,
        "AWS::EC2::VPCGatewayAttachment": lambda region, resource: None,
    }
    delete = parsing.ResourceMap._delete_resource

    def detach_policies(region: str, role: Any) -> None:
        iam = client("iam", region)
        for policy in iam.list_attached_role_policies(RoleName=role.name)["AttachedPolicies"]:
            iam.detach_role_policy(RoleName=role.name, PolicyArn=policy["PolicyArn"])

    def delete_resource(self: Any, parsed_resource: Any, resource_json: dict[str, Any]) -> None:
        if resource_json["Type"] == "AWS::IAM::Role":
            detach_policies(self._region_name, parsed_resource)
        deletion = deletions.get(resource_json["Type"])
        if deletion is None:
            delete(self, parsed_resource, resource_json)
        else:
            deletion(self._region_name, parsed_resource)

    parsing.ResourceMap._delete_resource = delete_resource


def delete_in_order() -> None:
    """Resources go before those that they refer to."""

    def delete(self: Any) -> None:
        made = [name for name in self._parsed_resources if name in self._resource_json_map]
        left = [name for name in reversed(made) if self._resource_json_map[name].get("DeletionPolicy") != "Retain"]
        while left:
            failures = {}
            for name in left:
                try:
                    if self._parsed_resources[name] is not None:
                        self._delete_resource(self._parsed_resources[name], self._resource_json_map[name])
                    del self._parsed_resources[name]
                except Exception as error:
                    failures[name] = error
            if len(failures) == len(left):
                raise next(iter(failures.values()))
            left = list(failures)

    parsing.ResourceMap.delete = delete
