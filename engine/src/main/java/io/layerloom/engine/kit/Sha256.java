package io.layerloom.engine.kit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** A SHA-256 that is fed piece by piece. */
public final class Sha256 {

    private static final int CHUNK = 1 << 14;

    private final MessageDigest digest;

    /** An empty one. */
    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The hash of all parameters of a network as little-endian float32, in the order of {@code net.params()}. */
    public static String of(ComputationGraph net) {
        return new Sha256().add(net.params().toFloatVector()).hex();
    }

    /** Adds numbers as little-endian float32. */
    public Sha256 add(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            buffer.clear();
            buffer.asFloatBuffer().put(values, from, count);
            digest.update(buffer.array(), 0, 4 * count);
        }
        return this;
    }

    /** Adds numbers as little-endian int32. */
    public Sha256 add(int[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            buffer.clear();
            buffer.asIntBuffer().put(values, from, count);
            digest.update(buffer.array(), 0, 4 * count);
        }
        return this;
    }

    /** Adds a text as UTF-8, with its end marked. */
    public Sha256 add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return this;
    }

    /** The hash in lower-case hexadecimal. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
