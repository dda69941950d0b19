"""Reads through the API of AWS what a stack made, as JSON.

Usage: read_back.py stack NAME | read_back.py account
"""

import base64
import gzip
import json
import sys
import tomllib
from typing import Any, Callable, Iterable

import boto3

Facts = dict[str, Any]


def client(service: str) -> Any:
    return boto3.client(service)


def document_of(user_data: str | None) -> Facts | None:
    """User data as the node gets it, and as a parser of TOML understands it that is not ours."""
    if not user_data:
        return None
    content = base64.b64decode(user_data)
    text = (gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content).decode()
    try:
        return {"text": text, "values": tomllib.loads(text)}
    except tomllib.TOMLDecodeError as error:
        return {"text": text, "error": str(error)}


def image_id(value: str | None) -> str | None:
    """Launch templates may name a parameter, looked up when an instance starts."""
    prefix = "resolve:ssm:"
    if value is None or not value.startswith(prefix):
        return value
    return client("ssm").get_parameter(Name=value.removeprefix(prefix))["Parameter"]["Value"]


def launch_templates(ids: list[str]) -> Iterable[Facts]:
    for template_id in ids:
        pages = client("ec2").describe_launch_template_versions(LaunchTemplateId=template_id)
        for version in pages["LaunchTemplateVersions"]:
            data = version["LaunchTemplateData"]
            yield {
                "id": template_id,
                "version": version["VersionNumber"],
                "imageId": image_id(data.get("ImageId")),
                "instanceType": data.get("InstanceType"),
                "instanceProfile": data.get("IamInstanceProfile", {}).get("Arn")
                or data.get("IamInstanceProfile", {}).get("Name"),
                "httpTokens": data.get("MetadataOptions", {}).get("HttpTokens"),
                "volumes": [
                    {"device": device["DeviceName"], "encrypted": device["Ebs"].get("Encrypted", False)}
                    for device in data.get("BlockDeviceMappings", [])
                ],
                "document": document_of(data.get("UserData")),
            }


def nodegroups(ids: list[str]) -> Iterable[Facts]:
    eks = client("eks")
    for cluster, name in (item.split("|") for item in ids):
        group = eks.describe_nodegroup(clusterName=cluster, nodegroupName=name)["nodegroup"]
        version = eks.describe_cluster(name=cluster)["cluster"]["version"]
        yield {**group, "clusterVersion": version}


def groups(names: list[str]) -> Iterable[Facts]:
    if not names:
        return
    answer = client("autoscaling").describe_auto_scaling_groups(AutoScalingGroupNames=names)
    for group in answer["AutoScalingGroups"]:
        yield {**group, "Instances": [instance(item["InstanceId"]) for item in group["Instances"]]}


def instance(instance_id: str) -> Facts:
    ec2 = client("ec2")
    answer = ec2.describe_instance_attribute(InstanceId=instance_id, Attribute="userData")
    facts = ec2.describe_instances(InstanceIds=[instance_id])["Reservations"][0]["Instances"][0]
    return {
        "id": instance_id,
        "imageId": facts["ImageId"],
        "instanceType": facts["InstanceType"],
        "document": document_of(answer["UserData"].get("Value")),
    }


def roles(names: list[str]) -> Iterable[Facts]:
    iam = client("iam")
    for name in names:
        role = iam.get_role(RoleName=name)["Role"]
        yield {
            "name": name,
            "arn": role["Arn"],
            "trust": role["AssumeRolePolicyDocument"],
            "attached": [policy["PolicyArn"] for policy in iam.list_attached_role_policies(RoleName=name)["AttachedPolicies"]],
            "inline": [
                iam.get_role_policy(RoleName=name, PolicyName=policy)["PolicyDocument"]
                for policy in iam.list_role_policies(RoleName=name)["PolicyNames"]
            ],
        }


def instance_profiles(names: list[str]) -> Iterable[Facts]:
    for name in names:
        profile = client("iam").get_instance_profile(InstanceProfileName=name)["InstanceProfile"]
        yield {"name": name, "arn": profile["Arn"], "roles": [role["RoleName"] for role in profile["Roles"]]}


def schedules(names: list[str]) -> Iterable[Facts]:
    scheduler = client("scheduler")
    listed = {schedule["Name"]: schedule["GroupName"] for schedule in scheduler.list_schedules()["Schedules"]}
    for name in names:
        yield scheduler.get_schedule(Name=name, GroupName=listed[name])


def task_definitions(arns: list[str]) -> Iterable[Facts]:
    for arn in arns:
        yield client("ecs").describe_task_definition(taskDefinition=arn)["taskDefinition"]


def capacity_providers(names: list[str]) -> Iterable[Facts]:
    yield from client("ecs").describe_capacity_providers(capacityProviders=names)["capacityProviders"] if names else []


def ecs_clusters(names: list[str]) -> Iterable[Facts]:
    yield from client("ecs").describe_clusters(clusters=names)["clusters"] if names else []


READERS: dict[str, tuple[str, Callable[[list[str]], Iterable[Facts]]]] = {
    "launchTemplates": ("AWS::EC2::LaunchTemplate", launch_templates),
    "nodegroups": ("AWS::EKS::Nodegroup", nodegroups),
    "groups": ("AWS::AutoScaling::AutoScalingGroup", groups),
    "roles": ("AWS::IAM::Role", roles),
    "instanceProfiles": ("AWS::IAM::InstanceProfile", instance_profiles),
    "schedules": ("AWS::Scheduler::Schedule", schedules),
    "taskDefinitions": ("AWS::ECS::TaskDefinition", task_definitions),
    "capacityProviders": ("AWS::ECS::CapacityProvider", capacity_providers),
    "ecsClusters": ("AWS::ECS::Cluster", ecs_clusters),
}


def images() -> Facts:
    answer = client("ec2").describe_images(Filters=[{"Name": "name", "Values": ["bottlerocket-*"]}])
    return {image["ImageId"]: {"name": image["Name"], "architecture": image["Architecture"]} for image in answer["Images"]}


def architectures(types: Iterable[str]) -> Facts:
    answer = client("ec2").describe_instance_types(InstanceTypes=sorted(set(types)))
    return {item["InstanceType"]: item["ProcessorInfo"]["SupportedArchitectures"] for item in answer["InstanceTypes"]}


def instance_types(facts: Facts) -> Iterable[str]:
    for template in facts["launchTemplates"]:
        yield from [template["instanceType"]] if template["instanceType"] else []
    for nodegroup in facts["nodegroups"]:
        yield from nodegroup.get("instanceTypes", [])
    for group in facts["groups"]:
        policy = group.get("MixedInstancesPolicy", {}).get("LaunchTemplate", {})
        yield from (override["InstanceType"] for override in policy.get("Overrides", []) if "InstanceType" in override)


def stack(name: str) -> Facts:
    resources = client("cloudformation").describe_stack_resources(StackName=name)["StackResources"]
    facts: Facts = {
        "resources": [
            {"type": item["ResourceType"], "logicalId": item["LogicalResourceId"], "physicalId": item.get("PhysicalResourceId")}
            for item in resources
            # Those whose condition does not hold have no type.
            if "ResourceType" in item
        ]
    }
    for key, (resource_type, read) in READERS.items():
        ids = [item["physicalId"] for item in facts["resources"] if item["type"] == resource_type]
        facts[key] = list(read(ids))
    facts["images"] = images()
    types = list(instance_types(facts))
    facts["architectures"] = architectures(types) if types else {}
    return facts


def account() -> Facts:
    """Names of all that deployments of nodes make."""
    ec2, ecs, iam, eks = client("ec2"), client("ecs"), client("iam"), client("eks")
    clusters = eks.list_clusters()["clusters"]
    stacks = client("cloudformation").describe_stacks()["Stacks"]
    running = [{"Name": "instance-state-name", "Values": ["pending", "running", "stopping", "stopped"]}]
    return {
        "stacks": [item["StackName"] for item in stacks],
        "launch templates": [item["LaunchTemplateId"] for item in ec2.describe_launch_templates()["LaunchTemplates"]],
        "instances": [
            item["InstanceId"]
            for reservation in ec2.describe_instances(Filters=running)["Reservations"]
            for item in reservation["Instances"]
        ],
        "volumes": [item["VolumeId"] for item in ec2.describe_volumes()["Volumes"]],
        "VPCs": [item["VpcId"] for item in ec2.describe_vpcs()["Vpcs"]],
        "security groups": [item["GroupId"] for item in ec2.describe_security_groups()["SecurityGroups"]],
        "network interfaces": [item["NetworkInterfaceId"] for item in ec2.describe_network_interfaces()["NetworkInterfaces"]],
        "addresses": [item["AllocationId"] for item in ec2.describe_addresses()["Addresses"]],
        "EKS clusters": clusters,
        "node groups": [f"{name}|{group}" for name in clusters for group in eks.list_nodegroups(clusterName=name)["nodegroups"]],
        "Auto Scaling groups": [
            item["AutoScalingGroupName"] for item in client("autoscaling").describe_auto_scaling_groups()["AutoScalingGroups"]
        ],
        "ECS clusters": [
            item["clusterName"]
            for item in ecs.describe_clusters(clusters=ecs.list_clusters()["clusterArns"])["clusters"]
            if item["status"] == "ACTIVE"
        ],
        "task definitions": ecs.list_task_definitions(status="ACTIVE")["taskDefinitionArns"],
        "schedules": [item["Name"] for item in client("scheduler").list_schedules()["Schedules"]],
        "roles": [item["RoleName"] for page in iam.get_paginator("list_roles").paginate() for item in page["Roles"]],
        "instance profiles": [item["InstanceProfileName"] for item in iam.list_instance_profiles()["InstanceProfiles"]],
        "alarms": [item["AlarmName"] for item in client("cloudwatch").describe_alarms()["MetricAlarms"]],
        "functions": [item["FunctionName"] for item in client("lambda").list_functions()["Functions"]],
        "documents": [
            item["Name"]
            for item in client("ssm").list_documents(Filters=[{"Key": "Owner", "Values": ["Self"]}])["DocumentIdentifiers"]
        ],
        "topics": [item["TopicArn"] for item in client("sns").list_topics()["Topics"]],
        "log groups": [item["logGroupName"] for item in client("logs").describe_log_groups()["logGroups"]],
    }


if __name__ == "__main__":
    what, *arguments = sys.argv[1:]
    json.dump({"stack": stack, "account": account}[what](*arguments), sys.stdout, default=str)
