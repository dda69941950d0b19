"""Resource types that CloudFormation of moto does not know, with the API that makes them."""

from dataclasses import dataclass, field
from typing import Any, Callable

from api import tags_as_map

Properties = dict[str, Any]


@dataclass(frozen=True)
class Kind:
    """How a resource of one type is made. Names of operations are those of boto3."""

    type: str
    service: str
    create: str
    # The property with the name; CloudFormation makes a name when it is not there.
    name: str
    # None: moto has no such API, so that the parameters are checked by the model of the API and nothing is made.
    delete: str | None = None
    # Parameters of `delete`, of the parameters of `create`.
    keys: tuple[str, ...] = ()
    # None: a resource that changed is made anew, with the same name.
    update: str | None = None
    describe: str | None = None
    # Attributes by their path in the answer of `describe`.
    attributes: dict[str, str] = field(default_factory=dict)
    # What `Ref` gives: names of parameters, joined by `|`.
    ref: tuple[str, ...] = ()
    shape: Callable[[Properties], Properties] = lambda properties: properties
    delete_shape: Callable[[Properties], Properties] = lambda keys: keys


def cluster(properties: Properties) -> Properties:
    logging = properties.pop("Logging", None)
    if logging is not None:
        enabled = [kind["Type"] for kind in logging["ClusterLogging"]["EnabledTypes"]]
        properties["logging"] = {"clusterLogging": [{"types": enabled, "enabled": True}]}
    return with_tag_map(properties)


def with_tag_map(properties: Properties) -> Properties:
    return {**properties, "Tags": tags_as_map(properties["Tags"])} if "Tags" in properties else properties


def without(key: str, properties: Properties) -> Properties:
    return {name: value for name, value in properties.items() if name != key}


def with_lower_tags(properties: Properties) -> Properties:
    if "Tags" in properties:
        properties["Tags"] = [{"key": tag["Key"], "value": tag["Value"]} for tag in properties["Tags"]]
    return properties


def security_group_rule(properties: Properties) -> Properties:
    """One rule is a list of them in the API, with a list for each kind of other side."""
    sides = {
        "CidrIp": ("IpRanges", "CidrIp"),
        "CidrIpv6": ("Ipv6Ranges", "CidrIpv6"),
        "DestinationSecurityGroupId": ("UserIdGroupPairs", "GroupId"),
        "DestinationPrefixListId": ("PrefixListIds", "PrefixListId"),
    }
    rule = {key: properties[key] for key in ("IpProtocol", "FromPort", "ToPort") if key in properties}
    description = {"Description": properties["Description"]} if "Description" in properties else {}
    others = {name: [{key: properties[side], **description}] for side, (name, key) in sides.items() if side in properties}
    unknown = set(properties) - set(sides) - set(rule) - {"GroupId", "Description"}
    if unknown:
        raise LookupError(f"rules of security groups have no {', '.join(sorted(unknown))} here")
    return {"GroupId": properties["GroupId"], "IpPermissions": [{**rule, **others}]}


KINDS = [
    Kind(
        "AWS::EC2::SecurityGroupEgress",
        "ec2",
        "authorize_security_group_egress",
        "",
        "revoke_security_group_egress",
        ("GroupId", "IpPermissions"),
        ref=("GroupId",),
        shape=security_group_rule,
    ),
    Kind("AWS::EC2::PlacementGroup", "ec2", "create_placement_group", "GroupName", shape=lambda it: without("Tags", it)),
    Kind(
        "AWS::EKS::Cluster",
        "eks",
        "create_cluster",
        "name",
        "delete_cluster",
        ("name",),
        describe="describe_cluster",
        attributes={
            "Arn": "cluster.arn",
            "Endpoint": "cluster.endpoint",
            "CertificateAuthorityData": "cluster.certificateAuthority.data",
            "OpenIdConnectIssuerUrl": "cluster.identity.oidc.issuer",
            "KubernetesNetworkConfig.ServiceIpv4Cidr": "cluster.kubernetesNetworkConfig.serviceIpv4Cidr",
        },
        ref=("name",),
        shape=cluster,
    ),
    Kind(
        "AWS::EKS::Nodegroup",
        "eks",
        "create_nodegroup",
        "nodegroupName",
        "delete_nodegroup",
        ("clusterName", "nodegroupName"),
        describe="describe_nodegroup",
        attributes={
            "Arn": "nodegroup.nodegroupArn",
            "NodegroupName": "nodegroup.nodegroupName",
            "ClusterName": "nodegroup.clusterName",
        },
        ref=("clusterName", "nodegroupName"),
        # For updates only, by another operation.
        shape=lambda properties: without("ForceUpdateEnabled", with_tag_map(properties)),
    ),
    Kind(
        "AWS::EKS::AccessEntry",
        "eks",
        "create_access_entry",
        "",
        # Associated by another operation.
        shape=lambda properties: without("AccessPolicies", with_tag_map(properties)),
    ),
    Kind("AWS::EKS::Addon", "eks", "create_addon", "addonName", shape=with_tag_map),
    Kind("AWS::EKS::PodIdentityAssociation", "eks", "create_pod_identity_association", "", shape=with_tag_map),
    Kind("AWS::ECR::PullThroughCacheRule", "ecr", "create_pull_through_cache_rule", ""),
    Kind(
        "AWS::ECS::CapacityProvider",
        "ecs",
        "create_capacity_provider",
        "name",
        "delete_capacity_provider",
        ("name",),
        ref=("name",),
        shape=with_lower_tags,
        delete_shape=lambda keys: {"capacityProvider": keys["name"]},
    ),
    Kind(
        "AWS::ECS::ClusterCapacityProviderAssociations",
        "ecs",
        "put_cluster_capacity_providers",
        "",
        "put_cluster_capacity_providers",
        ("cluster",),
        update="put_cluster_capacity_providers",
        ref=("cluster",),
        delete_shape=lambda keys: {**keys, "capacityProviders": [], "defaultCapacityProviderStrategy": []},
    ),
    Kind(
        "AWS::Scheduler::ScheduleGroup",
        "scheduler",
        "create_schedule_group",
        "Name",
        "delete_schedule_group",
        ("Name",),
        describe="get_schedule_group",
        attributes={"Arn": "Arn"},
        ref=("Name",),
    ),
    Kind(
        "AWS::Scheduler::Schedule",
        "scheduler",
        "create_schedule",
        "Name",
        "delete_schedule",
        ("Name", "GroupName"),
        update="update_schedule",
        describe="get_schedule",
        attributes={"Arn": "Arn"},
        ref=("Name",),
    ),
    Kind(
        "AWS::CloudWatch::Alarm",
        "cloudwatch",
        "put_metric_alarm",
        "AlarmName",
        "delete_alarms",
        ("AlarmName",),
        update="put_metric_alarm",
        ref=("AlarmName",),
        delete_shape=lambda keys: {"AlarmNames": [keys["AlarmName"]]},
    ),
    Kind(
        "AWS::Logs::MetricFilter",
        "logs",
        "put_metric_filter",
        "filterName",
        "delete_metric_filter",
        ("logGroupName", "filterName"),
        update="put_metric_filter",
        ref=("filterName",),
    ),
]
