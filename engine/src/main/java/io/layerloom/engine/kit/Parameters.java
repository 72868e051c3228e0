package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** All learned numbers of a network in a row, and their slopes, which each member of a team adds up for itself. */
final class Parameters {

    private final Block values;
    private final List<Block> slopes = new ArrayList<>();

    /** The parameters that lie in {@code values}; the first member's slopes go to {@code slopes}. */
    Parameters(INDArray values, INDArray slopes) {
        this.values = Block.on(values);
        this.slopes.add(Block.on(slopes));
    }

    /** Makes room for the slopes of so many members. */
    void prepare(int members) {
        while (slopes.size() < members) {
            slopes.add(Block.of(values.length()));
        }
    }

    /** Where the parameter of a layer begins. */
    int at(INDArray parameter) {
        return Math.toIntExact((Block.address(parameter) - values.address(0)) / Float.BYTES);
    }

    Block values() {
        return values;
    }

    /** What a member found; complete only together with the others'. */
    Block slopes(int member) {
        return slopes.get(member);
    }
}
