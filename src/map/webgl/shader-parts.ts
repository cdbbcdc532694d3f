/** What several shaders begin with: the look-up of tables, and of the points of lines. */
import { SEGMENTS_PER_ROW } from './arc-set.ts'
import { LOOKS_PER_ROW } from './look-table.ts'
import { OUTSIDE, POINTS_PER_ROW } from './mesh.ts'

/** A number as GLSL wants it, with a point. */
export const float = (value: number) => value.toFixed(4)

export const HEAD = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
precision highp usampler2D;
`

/** Reads tables; gives the share of a fade that is over. */
export const TABLES = `
uniform usampler2D u_faces;
uniform usampler2D u_looks;
uniform uint u_now;
const uint OUTSIDE = ${OUTSIDE}u;

ivec2 entry(uint i, uint perRow) { return ivec2(int(i % perRow), int(i / perRow)); }

float shareOf(uint start, uint duration) {
  if (duration == 0u || u_now < start) return 1.0;
  float share = clamp(float(u_now - start) / float(duration), 0.0, 1.0);
  return share * share * (3.0 - 2.0 * share);
}

// Fill with pattern, and stroke of a look: a byte a channel, red lowest.
uvec2 lookOf(uint look) { return texelFetch(u_looks, entry(look, ${LOOKS_PER_ROW}u), 0).xy; }
`

/** Points of arcs, and which segment is drawn: each has four corners. `v_on`: place relative to its start, px. */
export const POINTS = `
uniform sampler2D u_points;
uniform usampler2D u_arcInfo;
uniform mat4 u_matrix;
uniform vec2 u_halfSize;
uniform usampler2D u_segments;
out vec2 v_on; // along, and across to the left
flat out float v_length;

vec4 pointOf(uint i) { return texelFetch(u_points, entry(i, ${POINTS_PER_ROW}u), 0); }
vec3 toScreen(vec2 place) {
  vec4 clip = u_matrix * vec4(place, 0.0, 1.0);
  return vec3(clip.xy / clip.w * u_halfSize, clip.z / clip.w);
}
uint segmentHere() { return texelFetch(u_segments, entry(uint(gl_VertexID) >> 2, ${SEGMENTS_PER_ROW}u), 0).x; }
bool isEnd() { return (gl_VertexID & 1) == 1; }
float side() { return (gl_VertexID & 2) == 2 ? 1.0 : -1.0; }
`
