package io.layerloom.engine;

import io.layerloom.graph.ProjectFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A child process that behaves well or badly, as its first argument says. */
public final class FakeWorker {

    private FakeWorker() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        switch (args[0]) {
            case "real" -> System.exit(Worker.serve(TestData.context()));
            case "impatient" -> System.exit(Worker.serve(TestData.context(), Duration.ofSeconds(4)));
            case "mumbling" -> {
                System.err.println("a first word");
                System.exit(Worker.serve(TestData.context()));
            }
            case "parent" -> keepOneReady(Path.of(args[1]), out);
            case "crash" -> {
                out.println("{\"event\":\"preparing\",\"step\":\"Reading data\"}");
                System.err.println("a last word");
                System.exit(3);
            }
            case "garbage" -> {
                for (int i = 0; i < 50_000; i++) {
                    out.println("not json " + i + " {]");
                }
                out.println("{\"event\":\"failed\",\"message\":\"The end.\",\"details\":\"\",\"resumable\":false}");
                System.in.read();
            }
            case "flood" -> {
                byte[] block = new byte[1 << 16];
                java.util.Arrays.fill(block, (byte) 'x');
                while (!out.checkError()) {
                    out.write(block);
                }
            }
            case "card" -> beCard(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), out);
            case "hang" -> Thread.sleep(Long.MAX_VALUE);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** A program that keeps a worker ready, tells its process id, and goes on. */
    private static void keepOneReady(Path project, PrintStream out) throws IOException, InterruptedException {
        Standby standby = Standby.ofMachine();
        boolean isPrepared = standby.prepare(command("real"), ProjectFile.read(project), 0, TestData.context())
                .isDone();
        System.err.println("prepared: " + isPrepared);
        out.println(standby.process().orElseThrow().pid());
        Thread.sleep(Long.MAX_VALUE);
    }

    /** Wakes at once; its training fails with the sentences that it was told. */
    private static void beCard(BufferedReader in, PrintStream out) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Command command = Command.fromJson(line).orElseThrow();
            if (command instanceof Command.Wake) {
                out.println(Reply.of(Reply.READY).toJson());
            } else if (command instanceof Command.Train train) {
                out.println(RunEvents.toJson(
                        new RunEvent.Failed(System.getenv(CardWorker.CARD) + ": " + train.notices(), "", false)));
            }
        }
    }

    static WorkerCommand command(String behaviour) {
        return new WorkerCommand(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeWorker.class.getName(),
                        behaviour),
                Map.of());
    }
}
