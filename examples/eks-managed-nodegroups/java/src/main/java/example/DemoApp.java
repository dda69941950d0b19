package example;

import java.nio.file.Path;
import software.amazon.awscdk.App;

/** Run in the folder of pom.xml. The lock is the one that the apps in the other languages read. */
public final class DemoApp {
    private DemoApp() {}

    public static void main(final String[] args) {
        App app = new App();
        new DemoStack(app, "BottlerocketDemo", Path.of("..", "bottlerocket.lock.json").toAbsolutePath().normalize());
        app.synth();
    }
}
