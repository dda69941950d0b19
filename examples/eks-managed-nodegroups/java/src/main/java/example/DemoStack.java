package example;

import io.github.cdkbottlerocket.BottlerocketImage;
import io.github.cdkbottlerocket.BottlerocketManagedNodegroup;
import io.github.cdkbottlerocket.BottlerocketSettings;
import io.github.cdkbottlerocket.DataVolumeOptions;
import io.github.cdkbottlerocket.KernelSettings;
import io.github.cdkbottlerocket.KubernetesEvictionThresholds;
import io.github.cdkbottlerocket.KubernetesReservedResources;
import io.github.cdkbottlerocket.KubernetesSettings;
import io.github.cdkbottlerocket.LockedImageOptions;
import io.github.cdkbottlerocket.NvidiaPreset;
import io.github.cdkbottlerocket.NvidiaTimeSlicingOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.eks_v2.Cluster;
import software.amazon.awscdk.services.eks_v2.ClusterLoggingTypes;
import software.amazon.awscdk.services.eks_v2.DefaultCapacityType;
import software.amazon.awscdk.services.eks_v2.EndpointAccess;
import software.amazon.awscdk.services.eks_v2.KubernetesVersion;
import software.constructs.Construct;

/** The stack of app.ts, in Java. */
public class DemoStack extends Stack {
    /** One settings object for all nodes, whatever they run on. */
    private static final BottlerocketSettings SETTINGS = BottlerocketSettings.builder()
            .motd("Nodes of the demo cluster")
            .kernel(KernelSettings.builder()
                    .sysctl(Map.of("net.core.somaxconn", "4096"))
                    .build())
            .kubernetes(KubernetesSettings.builder()
                    .maxPods(58)
                    .kubeReserved(KubernetesReservedResources.builder()
                            .cpu("100m")
                            .memory("512Mi")
                            .ephemeralStorage("1Gi")
                            .build())
                    .evictionHard(KubernetesEvictionThresholds.builder()
                            .memoryAvailable("5%")
                            .nodefsAvailable("10%")
                            .nodefsInodesFree("5%")
                            .imagefsAvailable("15%")
                            .build())
                    .imageGcHighThresholdPercent(80)
                    .imageGcLowThresholdPercent(70)
                    .nodeLabels(Map.of("example.com/os", "bottlerocket"))
                    .build())
            .build();

    public DemoStack(final Construct scope, final String id, final Path lock) {
        super(scope, id);

        // All nodes run the release in this file: what changes them is a change in version control.
        BottlerocketImage image = BottlerocketImage.fromLock(
                LockedImageOptions.builder().path(lock.toString()).build());
        Vpc vpc = Vpc.Builder.create(this, "Vpc")
                .maxAzs(2)
                .flowLogs(Map.of("All", FlowLogOptions.builder().build()))
                .build();
        Cluster cluster = Cluster.Builder.create(this, "Cluster")
                .version(KubernetesVersion.V1_35)
                .vpc(vpc)
                .defaultCapacityType(DefaultCapacityType.NODEGROUP)
                .defaultCapacity(0)
                .endpointAccess(EndpointAccess.PRIVATE)
                .clusterLogging(List.of(
                        ClusterLoggingTypes.API,
                        ClusterLoggingTypes.AUDIT,
                        ClusterLoggingTypes.AUTHENTICATOR,
                        ClusterLoggingTypes.CONTROLLER_MANAGER,
                        ClusterLoggingTypes.SCHEDULER))
                .build();

        // The image follows from the instance types: x86 here, ...
        BottlerocketManagedNodegroup.Builder.create(this, "General")
                .cluster(cluster)
                .instanceTypes(List.of(new InstanceType("m7i.large"), new InstanceType("m6i.large")))
                .image(image)
                .settings(SETTINGS)
                .minSize(2)
                .maxSize(6)
                .build();

        // ... Arm here, ...
        BottlerocketManagedNodegroup.Builder.create(this, "Arm")
                .cluster(cluster)
                .instanceTypes(List.of(new InstanceType("m8g.large")))
                .image(image)
                .settings(SETTINGS)
                .minSize(1)
                .maxSize(6)
                .labels(Map.of("example.com/pool", "arm"))
                .build();

        // ... and here x86 with the NVIDIA drivers and the device plugin.
        BottlerocketManagedNodegroup.Builder.create(this, "Gpu")
                .cluster(cluster)
                .instanceTypes(List.of(new InstanceType("g6.xlarge"), new InstanceType("g5.xlarge")))
                .image(image)
                .settings(SETTINGS)
                .minSize(0)
                .maxSize(4)
                .desiredSize(1)
                // Keeps pods without a GPU off the nodes that have one.
                .acceleratorTaint(true)
                // Four pods take turns on each GPU.
                .presets(List.of(NvidiaPreset.timeSlicing(
                        NvidiaTimeSlicingOptions.builder().replicas(4).build())))
                // Images for GPUs are large; this is the volume they are unpacked to.
                .dataVolume(DataVolumeOptions.builder().size(Size.gibibytes(100)).build())
                .build();
    }
}
