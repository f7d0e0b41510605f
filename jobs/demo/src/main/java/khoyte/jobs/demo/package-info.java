/**
 * A synthetic province with extracts in the senders' real formats, and the truth of every record.
 *
 * <p>The model. People live in the communes of 2022, wards fuller than villages; birth dates follow
 * an age pyramid; names follow the shares of samples from the south, {@code Văn} and {@code Thị} by
 * year of birth; ids are {@code PPP G YY NNNNNN}, seven in ten registered in the province. Every
 * number drawn depends on the seed, a purpose and the position of a person or event only, so the
 * same scale and seed give the same bytes.
 *
 * <p>The traps. Slips of a clerk ({@link khoyte.jobs.demo.Slip}) go round among visits and doses in
 * fixed cycles; people who are easily taken for others ({@link khoyte.jobs.demo.Family}) are cast
 * in families with a story each; health records come in versions. No two people share a name and a
 * birth date, an id, an insurance number or an old id unless cast so, and each event is shown to
 * {@link khoyte.jobs.demo.Registry} before it is written, so that no accident of the draw makes the
 * rules find another person than the truth says.
 */
@NullMarked
package khoyte.jobs.demo;

import org.jspecify.annotations.NullMarked;
