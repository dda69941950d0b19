"""Clusters of EKS, which have a security group that EKS makes; moto leaves it out."""

from typing import Any

import boto3
from resources import Resource


class Cluster(Resource):
    security_group_id: str

    def __init__(self, parameters: dict[str, Any], region: str):
        super().__init__(parameters, region)
        subnets = parameters["resourcesVpcConfig"]["subnetIds"]
        vpc_id = self.ec2.describe_subnets(SubnetIds=subnets)["Subnets"][0]["VpcId"]
        name = f"eks-cluster-sg-{parameters['name']}"
        self.security_group_id = self.ec2.create_security_group(GroupName=name, Description=name, VpcId=vpc_id)["GroupId"]

    @property
    def ec2(self) -> Any:
        return boto3.client("ec2", region_name=self.region, endpoint_url=self.endpoint)

    def get_cfn_attribute(self, attribute_name: str) -> Any:
        if attribute_name == "ClusterSecurityGroupId":
            return self.security_group_id
        return super().get_cfn_attribute(attribute_name)

    def delete(self, account_id: str, region_name: str) -> None:
        super().delete(account_id, region_name)
        self.ec2.delete_security_group(GroupId=self.security_group_id)
