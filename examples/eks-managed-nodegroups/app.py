"""The app of app.ts, in Python."""

from pathlib import Path

from aws_cdk import App, Size, Stack
from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_eks_v2 as eks
from cdk_bottlerocket import (
    BottlerocketImage,
    BottlerocketManagedNodegroup,
    BottlerocketSettings,
    DataVolumeOptions,
    KernelSettings,
    KubernetesEvictionThresholds,
    KubernetesReservedResources,
    KubernetesSettings,
    NvidiaPreset,
)
from constructs import Construct

# One settings object for all nodes, whatever they run on.
SETTINGS = BottlerocketSettings(
    motd="Nodes of the demo cluster",
    kernel=KernelSettings(sysctl={"net.core.somaxconn": "4096"}),
    kubernetes=KubernetesSettings(
        max_pods=58,
        kube_reserved=KubernetesReservedResources(cpu="100m", memory="512Mi", ephemeral_storage="1Gi"),
        eviction_hard=KubernetesEvictionThresholds(
            memory_available="5%",
            nodefs_available="10%",
            nodefs_inodes_free="5%",
            imagefs_available="15%",
        ),
        image_gc_high_threshold_percent=80,
        image_gc_low_threshold_percent=70,
        node_labels={"example.com/os": "bottlerocket"},
    ),
)

# All nodes run the release in this file: what changes them is a change in version control.
LOCK = Path(__file__).resolve().parent / "bottlerocket.lock.json"


class DemoStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        image = BottlerocketImage.from_lock(path=str(LOCK))
        vpc = ec2.Vpc(self, "Vpc", max_azs=2, flow_logs={"All": ec2.FlowLogOptions()})
        cluster = eks.Cluster(
            self,
            "Cluster",
            version=eks.KubernetesVersion.V1_35,
            vpc=vpc,
            default_capacity_type=eks.DefaultCapacityType.NODEGROUP,
            default_capacity=0,
            endpoint_access=eks.EndpointAccess.PRIVATE,
            cluster_logging=[
                eks.ClusterLoggingTypes.API,
                eks.ClusterLoggingTypes.AUDIT,
                eks.ClusterLoggingTypes.AUTHENTICATOR,
                eks.ClusterLoggingTypes.CONTROLLER_MANAGER,
                eks.ClusterLoggingTypes.SCHEDULER,
            ],
        )

        # The image follows from the instance types: x86 here, ...
        BottlerocketManagedNodegroup(
            self,
            "General",
            cluster=cluster,
            instance_types=[ec2.InstanceType("m7i.large"), ec2.InstanceType("m6i.large")],
            image=image,
            settings=SETTINGS,
            min_size=2,
            max_size=6,
        )

        # ... Arm here, ...
        BottlerocketManagedNodegroup(
            self,
            "Arm",
            cluster=cluster,
            instance_types=[ec2.InstanceType("m8g.large")],
            image=image,
            settings=SETTINGS,
            min_size=1,
            max_size=6,
            labels={"example.com/pool": "arm"},
        )

        # ... and here x86 with the NVIDIA drivers and the device plugin.
        BottlerocketManagedNodegroup(
            self,
            "Gpu",
            cluster=cluster,
            instance_types=[ec2.InstanceType("g6.xlarge"), ec2.InstanceType("g5.xlarge")],
            image=image,
            settings=SETTINGS,
            min_size=0,
            max_size=4,
            desired_size=1,
            # Keeps pods without a GPU off the nodes that have one.
            accelerator_taint=True,
            # Four pods take turns on each GPU.
            presets=[NvidiaPreset.time_slicing(replicas=4)],
            # Images for GPUs are large; this is the volume they are unpacked to.
            data_volume=DataVolumeOptions(size=Size.gibibytes(100)),
        )


app = App()
DemoStack(app, "BottlerocketDemo")
app.synth()
