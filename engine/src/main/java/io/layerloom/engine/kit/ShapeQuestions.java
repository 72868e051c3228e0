package io.layerloom.engine.kit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Small pictures of shapes, each with a question, drawn by the program: is there a shape of this kind and colour? Half of the answers are yes. Neither the question alone tells which, as each is answered both ways
 * equally often, nor the picture alone, as all sets of three different shapes are equally likely whatever the answer. The same numbers give the same pictures on every machine.
 *
 * <p>In the way of: Antol et al., VQA: Visual question answering (2015).
 */
public final class ShapeQuestions {

    /** The colours asked for. */
    public static final List<String> COLOURS = List.of("red", "green", "blue");

    private static final int KINDS = ShapePictures.KINDS.size();
    private static final int SHOWN = 3;
    private static final double SMALLEST = 0.36;
    private static final double LARGEST = 0.48;
    private static final double DARK = 0.15;
    private static final double BRIGHT = 0.85;
    private static final double SPREAD = 0.15;
    private static final double GROUND = 0.4;

    private ShapeQuestions() {}

    /**
     * Draws pictures and asks about them.
     *
     * @param side height and width in pixels
     */
    public static PictureTable of(int count, int side, long seed) throws IOException {
        float[] pixels = new float[Math.multiplyExact(count, PictureFile.CHANNELS * side * side)];
        byte[] masks = new byte[count * side * side];
        StringBuilder rows = new StringBuilder("shape,colour,answer\n");
        for (int i = 0; i < count; i++) {
            // Each picture has random numbers of its own, so that it does not matter how many there are.
            Random random = Shuffle.random(seed, i);
            int asked = random.nextInt(KINDS * COLOURS.size());
            boolean there = random.nextBoolean();
            draw(shown(asked, there, random), side, random, pixels, masks, i);
            rows.append(ShapePictures.KINDS.get(asked % KINDS))
                    .append(',')
                    .append(COLOURS.get(asked / KINDS))
                    .append(there ? ",yes\n" : ",no\n");
        }
        byte[] text = rows.toString().getBytes(StandardCharsets.UTF_8);
        CsvTable table =
                CsvTable.read(new ByteArrayInputStream(text), "questions", "answer", CsvTable.Task.CLASSES, Set.of());
        return PictureTable.of(table, pixels, side);
    }

    /** Different shapes by their numbers, with or without the one that is asked for. */
    private static int[] shown(int asked, boolean there, Random random) {
        int[] others = new int[KINDS * COLOURS.size() - 1];
        for (int i = 0; i < others.length; i++) {
            others[i] = i < asked ? i : i + 1;
        }
        Shuffle.inPlace(others, random);
        int[] shown = new int[SHOWN];
        System.arraycopy(others, 0, shown, 0, SHOWN);
        shown[0] = there ? asked : shown[0];
        return shown;
    }

    /** Each shape in a quarter of the picture of its own; one quarter stays empty. */
    private static void draw(int[] shapes, int side, Random random, float[] pixels, byte[] masks, int number) {
        int[] quarters = {0, 1, 2, 3};
        Shuffle.inPlace(quarters, random);
        double grey = GROUND * random.nextDouble();
        List<Box> boxes = new ArrayList<>();
        List<double[]> colours = new ArrayList<>();
        for (int i = 0; i < shapes.length; i++) {
            double size = SMALLEST + (LARGEST - SMALLEST) * random.nextDouble();
            double left = 0.5 * (quarters[i] % 2) + (0.5 - size) * random.nextDouble();
            double top = 0.5 * (quarters[i] / 2) + (0.5 - size) * random.nextDouble();
            boxes.add(new Box(shapes[i] % KINDS, left, top, left + size, top + size));
            colours.add(colour(shapes[i] / KINDS, random));
        }
        ShapePictures.draw(new double[] {grey, grey, grey}, boxes, colours, side, random, pixels, masks, number);
    }

    private static double[] colour(int which, Random random) {
        double[] colour = new double[COLOURS.size()];
        for (int channel = 0; channel < colour.length; channel++) {
            colour[channel] = (channel == which ? BRIGHT : DARK) + SPREAD * (2 * random.nextDouble() - 1);
        }
        return colour;
    }
}
