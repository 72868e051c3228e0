package io.layerloom.engine.kit;

import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_logistic;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_relu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_tanh;
import static org.bytedeco.dnnl.global.dnnl.dnnl_post_ops_append_eltwise;
import static org.bytedeco.dnnl.global.dnnl.dnnl_post_ops_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_post_ops_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_set_post_ops;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_set_scratchpad_mode;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_query;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_query_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_impl_info_str;
import static org.bytedeco.dnnl.global.dnnl.dnnl_reorder_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_scratchpad_mode_user;
import static org.bytedeco.dnnl.global.dnnl.dnnl_success;

import java.util.Optional;
import org.bytedeco.dnnl.const_dnnl_op_desc_t;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.dnnl_post_ops;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** How {@link Dnn} will do an operation, on numbers that lie in which form. */
final class DnnPlan {

    private final dnnl_primitive_desc description;

    /**
     * An activation function that an operation applies to what it gives.
     *
     * @param kind a {@code dnnl_eltwise} number
     * @param alpha the function's parameter
     */
    record Then(int kind, float alpha) {

        /** One of ours; empty if the library has none that gives the same. */
        static Optional<Then> of(Nonlinearity nonlinearity) {
            if (nonlinearity instanceof Nonlinearity.Rectifier rectifier) {
                return Optional.of(new Then(dnnl_eltwise_relu, rectifier.part()));
            }
            if (nonlinearity instanceof Nonlinearity.Sigmoid) {
                return Optional.of(new Then(dnnl_eltwise_logistic, 0));
            }
            return nonlinearity instanceof Nonlinearity.Tanh
                    ? Optional.of(new Then(dnnl_eltwise_tanh, 0))
                    : Optional.empty();
        }
    }

    private DnnPlan(dnnl_primitive_desc description) {
        this.description = description;
        DnnLane.CLEANER.register(this, () -> dnnl_primitive_desc_destroy(description));
    }

    /**
     * A plan; empty if the library has no code of its own for it, only a plain one that is slower than any other way.
     *
     * @param forward the plan of the way forward, if this is the way back
     */
    static Optional<DnnPlan> of(Dnn dnn, Pointer wanted, Optional<Then> then, Optional<DnnPlan> forward) {
        dnnl_primitive_desc made = new dnnl_primitive_desc();
        dnnl_primitive_attr attributes = attributes(then);
        dnnl_primitive_desc hint = forward.map(DnnPlan::description).orElseGet(dnnl_primitive_desc::new);
        int status = dnnl_primitive_desc_create(made, new const_dnnl_op_desc_t(wanted), attributes, dnn.engine(), hint);
        dnnl_primitive_attr_destroy(attributes);
        if (status != dnnl_success) {
            return Optional.empty();
        }
        return Optional.of(new DnnPlan(made)).filter(DnnPlan::isFast);
    }

    /** How to put numbers in another form. */
    static DnnPlan reorder(Dnn dnn, dnnl_memory_desc_t from, dnnl_memory_desc_t to) {
        dnnl_primitive_desc made = new dnnl_primitive_desc();
        dnnl_primitive_attr attributes = attributes(Optional.empty());
        int status = dnnl_reorder_primitive_desc_create(made, from, dnn.engine(), to, dnn.engine(), attributes);
        dnnl_primitive_attr_destroy(attributes);
        Dnn.require(status);
        return new DnnPlan(made);
    }

    private static dnnl_primitive_attr attributes(Optional<Then> then) {
        dnnl_primitive_attr attributes = new dnnl_primitive_attr();
        Dnn.require(dnnl_primitive_attr_create(attributes));
        Dnn.require(dnnl_primitive_attr_set_scratchpad_mode(attributes, dnnl_scratchpad_mode_user));
        then.ifPresent(function -> {
            dnnl_post_ops after = new dnnl_post_ops();
            Dnn.require(dnnl_post_ops_create(after));
            Dnn.require(dnnl_post_ops_append_eltwise(after, 1, function.kind(), function.alpha(), 0));
            Dnn.require(dnnl_primitive_attr_set_post_ops(attributes, after));
            dnnl_post_ops_destroy(after);
        });
        return attributes;
    }

    /** Whether machine code is made for this very operation. */
    private boolean isFast() {
        try (PointerPointer<BytePointer> name = new PointerPointer<>(1)) {
            Dnn.require(dnnl_primitive_desc_query(description, dnnl_query_impl_info_str, 0, name));
            return name.get(BytePointer.class, 0).getString().startsWith("jit");
        }
    }

    dnnl_primitive_desc description() {
        return description;
    }

    /** In which form it wants or gives something; {@code what} is a {@code dnnl_query} number. */
    dnnl_memory_desc_t form(int what) {
        return new dnnl_memory_desc_t().put(dnnl_primitive_desc_query_md(description, what, 0));
    }
}
