package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.Codes;
import io.layerloom.engine.kit.Contest;
import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Decoding;
import io.layerloom.graph.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;

/** Networks that make pictures of random codes: generators, and the decoders of variational autoencoders. */
public final class Generations {

    /** More than a person looks at. */
    public static final int MOST = 10_000;

    /** Numbers in all pictures together: in colour, a sheet of them has some 4,000 by 4,000 pixels. */
    private static final long MOST_NUMBERS = 50_000_000;

    /** So many codes pass through the network at a time. */
    private static final int BATCH = 64;

    private final BuiltNetwork built;
    private final long[] shape;
    private final int codeSize;

    private Generations(BuiltNetwork built, long[] shape, int codeSize) {
        this.built = built;
        this.shape = shape;
        this.codeSize = codeSize;
    }

    /**
     * What the trained network of a run makes of random codes, computed in this process.
     *
     * @param seed that the codes follow from: more pictures of one seed begin with the same ones
     * @throws DataException if the run is not over, or its network makes no pictures
     */
    public static Pictures of(RunFolder run, EngineContext context, int count, long seed) throws IOException {
        if (!Files.isRegularFile(run.weights())) {
            throw new DataException(tr("The run in %s is not over, so it has no weights to make pictures with.", run));
        }
        return LoadedRun.of(run, context).generate(count, seed);
    }

    /** For a network that is in memory. */
    static Generations of(BuiltNetwork built) throws DataException {
        if (!(built.network().data().shape() instanceof Shape.Image image)) {
            throw new DataException(
                    tr("This network makes rows of numbers, not pictures. Choose a run that learned pictures."));
        }
        long[] shape = {image.channels(), image.height(), image.width()};
        Optional<Integer> size = Contest.of(built.net()).isPresent()
                ? Optional.of(built.feed().codeSize())
                : Decoding.of(built.net()).map(decoding -> decoding.codeSize(shape));
        return new Generations(
                built,
                shape,
                size.orElseThrow(
                        () -> new DataException(
                                tr(
                                        "This network makes no pictures of random codes. Choose a run of a generative adversarial network or of a variational autoencoder."))));
    }

    /**
     * Pictures of so many codes.
     *
     * @throws DataException if they are too many for their size
     */
    Pictures of(int count, long seed) throws DataException {
        long each = shape[0] * shape[1] * shape[2];
        if (count * each > MOST_NUMBERS) {
            throw new DataException(tr(
                    "%,d pictures of %d×%d pixels are too many to be made at once; ask for %,d or fewer.",
                    count, shape[1], shape[2], MOST_NUMBERS / each));
        }
        float[] codes = Codes.of(count, codeSize, seed);
        float[] values = new float[(int) (count * each)];
        for (int from = 0; from < count; from += BATCH) {
            int some = Math.min(BATCH, count - from);
            float[] made = made(Arrays.copyOfRange(codes, from * codeSize, (from + some) * codeSize), some);
            System.arraycopy(made, 0, values, (int) (from * each), made.length);
        }
        return Pictures.of(shape, values);
    }

    /** The picture of a code between the first two of a seed: 0 is the first, 1 the second. */
    Pictures between(long seed, double part) {
        float[] two = Codes.of(2, codeSize, seed);
        float[] one = Arrays.copyOf(two, codeSize);
        float[] other = Arrays.copyOfRange(two, codeSize, 2 * codeSize);
        return Pictures.of(shape, made(Codes.between(one, other, part), 1));
    }

    private float[] made(float[] codes, int count) {
        return Contest.of(built.net())
                .map(contest -> contest.generate(codes, count, shape))
                .orElseGet(() -> Decoding.of(built.net()).orElseThrow().decode(codes, count, shape));
    }
}
