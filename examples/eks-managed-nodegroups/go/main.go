// The app of app.ts, in Go. Run it in this folder: the lock is the one that the apps in the other languages read.
package main

import (
	"path/filepath"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsec2"
	eks "github.com/aws/aws-cdk-go/awscdk/v2/awseksv2"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	bottlerocket "github.com/cdk-bottlerocket/cdk-bottlerocket-go/cdkbottlerocket"
)

// settings are those of all nodes, whatever they run on.
func settings() *bottlerocket.BottlerocketSettings {
	return &bottlerocket.BottlerocketSettings{
		Motd: jsii.String("Nodes of the demo cluster"),
		Kernel: &bottlerocket.KernelSettings{
			Sysctl: &map[string]*string{"net.core.somaxconn": jsii.String("4096")},
		},
		Kubernetes: &bottlerocket.KubernetesSettings{
			MaxPods: jsii.Number(58),
			KubeReserved: &bottlerocket.KubernetesReservedResources{
				Cpu:              jsii.String("100m"),
				Memory:           jsii.String("512Mi"),
				EphemeralStorage: jsii.String("1Gi"),
			},
			EvictionHard: &bottlerocket.KubernetesEvictionThresholds{
				MemoryAvailable:  jsii.String("5%"),
				NodefsAvailable:  jsii.String("10%"),
				NodefsInodesFree: jsii.String("5%"),
				ImagefsAvailable: jsii.String("15%"),
			},
			ImageGcHighThresholdPercent: jsii.Number(80),
			ImageGcLowThresholdPercent:  jsii.Number(70),
			NodeLabels:                  &map[string]*string{"example.com/os": jsii.String("bottlerocket")},
		},
	}
}

func newDemoStack(scope constructs.Construct, id string, lock string) awscdk.Stack {
	stack := awscdk.NewStack(scope, &id, nil)

	// All nodes run the release in this file: what changes them is a change in version control.
	image := bottlerocket.BottlerocketImage_FromLock(&bottlerocket.LockedImageOptions{Path: &lock})
	vpc := awsec2.NewVpc(stack, jsii.String("Vpc"), &awsec2.VpcProps{
		MaxAzs:   jsii.Number(2),
		FlowLogs: &map[string]*awsec2.FlowLogOptions{"All": {}},
	})
	cluster := eks.NewCluster(stack, jsii.String("Cluster"), &eks.ClusterProps{
		Version:             eks.KubernetesVersion_V1_35(),
		Vpc:                 vpc,
		DefaultCapacityType: eks.DefaultCapacityType_NODEGROUP,
		DefaultCapacity:     jsii.Number(0),
		EndpointAccess:      eks.EndpointAccess_PRIVATE(),
		ClusterLogging: &[]eks.ClusterLoggingTypes{
			eks.ClusterLoggingTypes_API,
			eks.ClusterLoggingTypes_AUDIT,
			eks.ClusterLoggingTypes_AUTHENTICATOR,
			eks.ClusterLoggingTypes_CONTROLLER_MANAGER,
			eks.ClusterLoggingTypes_SCHEDULER,
		},
	})

	// The image follows from the instance types: x86 here, ...
	bottlerocket.NewBottlerocketManagedNodegroup(stack, jsii.String("General"), &bottlerocket.BottlerocketManagedNodegroupProps{
		Cluster:       cluster,
		InstanceTypes: instanceTypes("m7i.large", "m6i.large"),
		Image:         image,
		Settings:      settings(),
		MinSize:       jsii.Number(2),
		MaxSize:       jsii.Number(6),
	})

	// ... Arm here, ...
	bottlerocket.NewBottlerocketManagedNodegroup(stack, jsii.String("Arm"), &bottlerocket.BottlerocketManagedNodegroupProps{
		Cluster:       cluster,
		InstanceTypes: instanceTypes("m8g.large"),
		Image:         image,
		Settings:      settings(),
		MinSize:       jsii.Number(1),
		MaxSize:       jsii.Number(6),
		Labels:        &map[string]*string{"example.com/pool": jsii.String("arm")},
	})

	// ... and here x86 with the NVIDIA drivers and the device plugin.
	bottlerocket.NewBottlerocketManagedNodegroup(stack, jsii.String("Gpu"), &bottlerocket.BottlerocketManagedNodegroupProps{
		Cluster:       cluster,
		InstanceTypes: instanceTypes("g6.xlarge", "g5.xlarge"),
		Image:         image,
		Settings:      settings(),
		MinSize:       jsii.Number(0),
		MaxSize:       jsii.Number(4),
		DesiredSize:   jsii.Number(1),
		// Keeps pods without a GPU off the nodes that have one.
		AcceleratorTaint: jsii.Bool(true),
		// Four pods take turns on each GPU.
		Presets: &[]bottlerocket.NodePreset{
			bottlerocket.NvidiaPreset_TimeSlicing(&bottlerocket.NvidiaTimeSlicingOptions{Replicas: jsii.Number(4)}),
		},
		// Images for GPUs are large; this is the volume they are unpacked to.
		DataVolume: &bottlerocket.DataVolumeOptions{Size: awscdk.Size_Gibibytes(jsii.Number(100))},
	})
	return stack
}

func instanceTypes(names ...string) *[]awsec2.InstanceType {
	types := []awsec2.InstanceType{}
	for _, name := range names {
		types = append(types, awsec2.NewInstanceType(jsii.String(name)))
	}
	return &types
}

func main() {
	defer jsii.Close()

	lock, err := filepath.Abs("../bottlerocket.lock.json")
	if err != nil {
		panic(err)
	}
	app := awscdk.NewApp(nil)
	newDemoStack(app, "BottlerocketDemo", lock)
	app.Synth(nil)
}
