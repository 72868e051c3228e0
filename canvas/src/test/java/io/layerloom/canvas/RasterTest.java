package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RasterTest {

    private static final int GROUND = 0xFF204060;

    /** A card: opaque, of one colour with a few letters, soft at its edges. */
    private static Sprite card() {
        int width = 40;
        int height = 24;
        Random random = new Random(7);
        int[] pixels = new int[width * height];
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                boolean edge = x == 1 || y == 1 || x == width - 2 || y == height - 2;
                boolean letter = y > 8 && y < 14 && x > 6 && x < 20 && random.nextBoolean();
                pixels[y * width + x] = edge ? 0x80404040 : letter ? 0xFF112233 : 0xFFEEDDCC;
            }
        }
        return Sprite.of(pixels, width, height, 1);
    }

    private static Raster ground() {
        Raster raster = new Raster(100, 60);
        raster.fill(GROUND);
        return raster;
    }

    @Test
    void aSpriteIsMixedWithWhatLiesUnderIt() {
        Raster raster = ground();
        raster.lay(card(), 10, 10, 256);
        assertThat(raster.pixels[11 * 100 + 11]).isEqualTo(0xFF506070);
        assertThat(raster.pixels[20 * 100 + 40]).isEqualTo(0xFFEEDDCC);
        assertThat(raster.pixels[10 * 100 + 10]).isEqualTo(GROUND);
    }

    @Test
    void aSpriteAtItsOwnSizeLooksTheSameStretched() {
        Raster laid = ground();
        laid.lay(card(), 30, 20, 256);
        Raster stretched = ground();
        stretched.stretch(card(), 30, 20, 1, 256);
        assertThat(stretched.pixels).isEqualTo(laid.pixels);
    }

    @Test
    void theWindowCutsWhatSticksOut() {
        Raster whole = new Raster(300, 200);
        whole.fill(GROUND);
        for (double factor : new double[] {0.6, 1, 1.3}) {
            for (int[] at : new int[][] {{-20, -10}, {80, 45}, {-20, 45}, {80, -10}, {-300, 0}, {0, 300}}) {
                whole.fill(GROUND);
                whole.stretch(card(), at[0] + 100.0, at[1] + 70.0, factor, 256);
                Raster window = ground();
                window.stretch(card(), at[0], at[1], factor, 256);
                for (int y = 0; y < window.height; y++) {
                    for (int x = 0; x < window.width; x++) {
                        int there = whole.pixels[(y + 70) * 300 + x + 100];
                        assertThat(window.pixels[y * 100 + x] & 0xFF).isCloseTo(there & 0xFF, within(6));
                    }
                }
            }
        }
    }

    @Test
    void aDimmedSpriteLetsTheGroundThrough() {
        Raster raster = ground();
        raster.lay(card(), 10, 10, 128);
        assertThat(raster.pixels[20 * 100 + 40] & 0xFF).isCloseTo((0xCC + 0x60) / 2, within(2));
    }

    @Test
    void aRectangleCoversPixelsInPart() {
        Raster raster = new Raster(10, 10);
        raster.fill(0);
        raster.rectangle(2.5, 3, 5, 4.5, 0xFFFFFFFF);
        assertThat(raster.pixels[32] & 0xFF).isCloseTo(128, within(1));
        assertThat(raster.pixels[33] & 0xFF).isEqualTo(255);
        assertThat(raster.pixels[42] & 0xFF).isCloseTo(64, within(1));
        assertThat(raster.pixels[35] & 0xFF).isZero();
        raster.rectangle(-5, -5, 20, 20, 0xFFFFFFFF);
        assertThat(raster.pixels).containsOnly(0xFFFFFFFF);
    }
}
