package io.layerloom.engine.kit;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_get_size;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_set_data_handle;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_execute;

import java.util.List;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.javacpp.Pointer;

/** An operation of {@link Dnn} with the places that it reads and writes. Made once and run many times, by one thread at a time. */
final class DnnCall {

    private final dnnl_primitive primitive = new dnnl_primitive();
    private final int[] roles;
    private final dnnl_memory[] memories;
    private final long[] addresses;
    private final dnnl_exec_arg_t arguments;
    private final int notes;
    private final Block.View place = new Block.View();

    /**
     * One of the things that an operation works on.
     *
     * @param role a {@code DNNL_ARG} number
     * @param form how its numbers lie
     */
    record Argument(int role, dnnl_memory_desc_t form) {}

    DnnCall(Dnn dnn, DnnPlan plan, List<Argument> expected) {
        Dnn.require(dnnl_primitive_create(primitive, plan.description()));
        dnnl_memory_desc_t noted = plan.form(org.bytedeco.dnnl.global.dnnl.dnnl_query_scratchpad_md);
        this.notes = Math.toIntExact(dnnl_memory_desc_get_size(noted) / Float.BYTES);
        int count = expected.size() + (notes > 0 ? 1 : 0);
        this.roles = new int[count];
        this.memories = new dnnl_memory[count];
        this.addresses = new long[count];
        this.arguments = new dnnl_exec_arg_t(count);
        for (int i = 0; i < count; i++) {
            boolean last = i == expected.size();
            roles[i] = last ? DNNL_ARG_SCRATCHPAD : expected.get(i).role();
            memories[i] = new dnnl_memory();
            Dnn.require(dnnl_memory_create(
                    memories[i], last ? noted : expected.get(i).form(), dnn.engine(), new Pointer()));
            arguments.getPointer(i).arg(roles[i]).memory(memories[i]);
        }
        DnnLane.CLEANER.register(this, new Release(primitive, memories));
    }

    private record Release(dnnl_primitive primitive, dnnl_memory[] memories) implements Runnable {
        @Override
        public void run() {
            dnnl_primitive_destroy(primitive);
            for (dnnl_memory memory : memories) {
                dnnl_memory_destroy(memory);
            }
        }
    }

    /** Says where the numbers of an argument begin. */
    DnnCall with(int role, Block block, int at) {
        long address = block.address(at);
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == role && addresses[i] != address) {
                addresses[i] = address;
                place.to(block, at);
                Dnn.require(dnnl_memory_set_data_handle(memories[i], place));
            }
        }
        return this;
    }

    void run(DnnLane lane) {
        if (notes > 0) {
            with(DNNL_ARG_SCRATCHPAD, lane.notes(notes), 0);
        }
        Dnn.require(dnnl_primitive_execute(primitive, lane.stream(), roles.length, arguments));
    }
}
