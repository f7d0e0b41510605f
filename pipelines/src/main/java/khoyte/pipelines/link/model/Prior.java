package khoyte.pipelines.link.model;

import java.util.List;

/**
 * What is supposed of the number of matches before anything is learned: pairs that satisfy one of
 * some rules are matches, and they are this share of all.
 *
 * @param rules each a conjunction of columns that are equal
 * @param recall between 0 and 1
 */
public record Prior(List<List<String>> rules, double recall) {}
