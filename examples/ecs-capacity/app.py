"""The app of app.ts, in Python."""

from pathlib import Path

from aws_cdk import App, Duration, Size, Stack
from aws_cdk import aws_autoscaling as autoscaling
from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_ecs as ecs
from cdk_bottlerocket import (
    BottlerocketCapacityProvider,
    BottlerocketImage,
    BottlerocketSettings,
    DataVolumeOptions,
    EcsImagePullBehavior,
    EcsSettings,
    KernelLockdown,
    KernelSettings,
    NodegroupUpdatePolicy,
)
from constructs import Construct

# All instances run the release in this file: what changes them is a change in version control.
LOCK = Path(__file__).resolve().parent / "bottlerocket.lock.json"


def settings(**more_of_ecs) -> BottlerocketSettings:
    """The settings of all instances, and what only some of them have."""
    return BottlerocketSettings(
        kernel=KernelSettings(lockdown=KernelLockdown.INTEGRITY),
        ecs=EcsSettings(
            logging_drivers=["json-file", "awslogs"],
            image_pull_behavior=EcsImagePullBehavior.PREFER_CACHED,
            container_stop_timeout="2m",
            enable_container_metadata=True,
            reserved_memory=256,
            **more_of_ecs,
        ),
    )


class DemoStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        image = BottlerocketImage.from_lock(path=str(LOCK))
        vpc = ec2.Vpc(self, "Vpc", max_azs=2, flow_logs={"All": ec2.FlowLogOptions()})
        cluster = ecs.Cluster(self, "Cluster", vpc=vpc, container_insights_v2=ecs.ContainerInsights.ENABLED)

        # On-Demand, for all that names no capacity provider. A new release or setting replaces the instances one by
        # one, and ECS moves their tasks first.
        general = BottlerocketCapacityProvider(
            self,
            "General",
            cluster=cluster,
            instance_types=[ec2.InstanceType("m7i.large")],
            image=image,
            settings=settings(),
            min_size=2,
            max_size=6,
            target_capacity_percent=90,
            detailed_monitoring=True,
            default_capacity_provider=True,
            update_policy=NodegroupUpdatePolicy.instance_refresh(
                min_healthy_percentage=100, max_healthy_percentage=150
            ),
        )

        # One On-Demand Instance for three Spot Instances, which are drained when EC2 takes them back.
        batch = BottlerocketCapacityProvider(
            self,
            "Batch",
            cluster=cluster,
            instance_types=[ec2.InstanceType(name) for name in ("m7i.xlarge", "m6i.xlarge", "m5.xlarge")],
            instances_distribution=autoscaling.InstancesDistribution(on_demand_percentage_above_base_capacity=25),
            image=image,
            settings=settings(instance_attributes={"pool": "batch"}),
            min_size=0,
            max_size=20,
            instance_warmup_period=Duration.minutes(2),
            data_volume=DataVolumeOptions(size=Size.gibibytes(50)),
            detailed_monitoring=True,
        )

        task_definition = ecs.Ec2TaskDefinition(self, "Task", network_mode=ecs.NetworkMode.AWS_VPC)
        task_definition.add_container(
            "Web",
            image=ecs.ContainerImage.from_registry("public.ecr.aws/nginx/nginx:stable"),
            memory_reservation_mib=128,
            logging=ecs.LogDrivers.aws_logs(stream_prefix="web"),
        )
        ecs.Ec2Service(
            self,
            "Service",
            cluster=cluster,
            task_definition=task_definition,
            min_healthy_percent=100,
            circuit_breaker=ecs.DeploymentCircuitBreaker(rollback=True),
            capacity_provider_strategies=[
                ecs.CapacityProviderStrategy(capacity_provider=general.capacity_provider_name, base=2, weight=1),
                ecs.CapacityProviderStrategy(capacity_provider=batch.capacity_provider_name, weight=3),
            ],
        )


app = App()
DemoStack(app, "BottlerocketDemo")
app.synth()
