/**
 * The shaders. Colours of ground, patterns and dashes are computed for each pixel from the looks of the faces;
 * lengths named `px` are pixels of the drawing buffer, patterns are measured in CSS pixels.
 */
import { HATCHING } from '../hatching.ts'
import { LINE, PATTERN } from '../looks.ts'
import { float, HEAD, POINTS, TABLES } from './shader-parts.ts'
import { TEXELS_PER_ROW } from './texels.ts'

/** What a pass over lines draws. */
export const ROLE = { casing: 0, core: 1, outline: 2 } as const
/** Unit of the texture that holds the bands along inferred fronts. */
export const DOUBT_UNIT = 6

/** Where vertices are handed in: a corner and its face. Corners of segments have no data: their number says it all. */
export const CORNER_ATTRIBUTE = 0
export const FACE_ATTRIBUTE = 1

const { contested, passing, lines, dots } = HATCHING
/** Colour of ground at a place of the pattern's plane. */
const GROUND = `
uniform float u_sharpness;
uniform vec3 u_mark;
uniform vec4 u_light;
uniform sampler2D u_doubt;
uniform vec4 u_doubtTone; // opacity 0: no bands
uniform vec2 u_halfSize;

float band(float at, float period, float width) {
  float offset = mod(at + period * 0.5, period);
  return width * 0.5 - abs(offset - period * 0.5);
}
float dots(vec2 at, float size, float radius) {
  vec2 one = abs(mod(at, size) - size * 0.25);
  vec2 two = abs(mod(at, size) - size * 0.75);
  return radius - min(length(min(one, size - one)), length(min(two, size - two)));
}
float coverage(uint pattern, vec2 at) {
  float inside = 0.0;
  // Equal bands of both sides; passing: thin ones, leaning the other way.
  if (pattern == ${PATTERN.contested}u) inside = band(at.x + at.y, ${float(contested.period)}, ${float(contested.width)}) * 0.70711;
  else if (pattern == ${PATTERN.passing}u)
    inside = band(at.x - at.y, ${float(passing.period)}, ${float(passing.width)}) * 0.70711;
  else if (pattern == ${PATTERN.lines}u) inside = band(at.y, ${float(lines.period)}, ${float(lines.width)});
  else inside = dots(at, ${float(dots.size)}, ${float(dots.radius)});
  return clamp(0.5 + inside * u_sharpness, 0.0, 1.0);
}
vec3 colourOf(uint bytes) {
  return vec3(float(bytes & 255u), float(bytes >> 8 & 255u), float(bytes >> 16 & 255u)) / 255.0;
}
vec3 lookAt(uint fill, uint stroke, vec2 at) {
  vec3 colour = colourOf(fill);
  uint pattern = fill >> 24;
  return pattern == 0u ? colour : mix(colour, colourOf(stroke), coverage(pattern, at));
}
vec3 groundAt(uvec4 looks, float share, vec2 at) {
  vec3 colour = lookAt(looks.x, looks.y, at);
  if (share < 1.0) colour = mix(lookAt(looks.z, looks.w, at), colour, share);
  uint flags = looks.y >> 24;
  if (u_doubtTone.a > 0.0) {
    float doubt = texture(u_doubt, gl_FragCoord.xy / (u_halfSize * 2.0)).r;
    colour = mix(colour, u_doubtTone.rgb, u_doubtTone.a * doubt);
  }
  if ((flags & 1u) != 0u) colour = mix(colour, u_mark, 0.2);
  if ((flags & 2u) != 0u) colour = mix(colour, u_light.rgb, u_light.a);
  return colour;
}
`

/**
 * What `groundAt` wants to know of a face, with a suffix for each side of a line: fill and stroke now, fill and
 * stroke before, a byte a channel. The fourth byte of a fill is the pattern, that of the stroke the face's flags.
 */
const groundVaryings = (direction: 'in' | 'out', suffix = '') => `
flat ${direction} uvec4 v_looks${suffix};
flat ${direction} float v_share${suffix};
`
const lookUp = (face: string, suffix = '') => `{
  uvec4 state = texelFetch(u_faces, entry(${face}, ${TEXELS_PER_ROW}u), 0);
  uint nowId = state.x & 0xffffu;
  uint beforeId = state.x >> 16;
  uvec2 now = lookOf(nowId);
  uvec2 before = now;
  if (beforeId != nowId) before = lookOf(beforeId);
  uint flags = state.z >> 16;
  v_looks${suffix} = uvec4(now.x, now.y & 0xffffffu | flags << 24, before);
  v_share${suffix} = shareOf(state.y, state.z & 0xffffu);
}`

export const FILL_VERTEX = `${HEAD}${TABLES}
uniform mat4 u_matrix;
uniform float u_patternScale;
layout(location = ${CORNER_ATTRIBUTE}) in vec2 a_corner;
layout(location = ${FACE_ATTRIBUTE}) in uint a_face;
out vec2 v_at;
${groundVaryings('out')}
void main() {
  gl_Position = u_matrix * vec4(a_corner, 0.0, 1.0);
  v_at = a_corner * u_patternScale;
  ${lookUp('a_face')}
}`

export const FILL_FRAGMENT = `${HEAD}${GROUND}
in vec2 v_at;
${groundVaryings('in')}
out vec4 o_colour;
void main() { o_colour = vec4(groundAt(v_looks, v_share, v_at), 1.0); }`

/**
 * A segment as a rectangle that reaches `reach` pixels beyond it. At a bend the two segments part the plane between
 * them, so that no pixel is drawn twice: `v_joins.x` is negative beyond the start, `v_joins.y` positive beyond the
 * end; `v_open` tells of ends without a neighbour.
 */
const SEGMENT = `
out vec2 v_joins;
flat out uvec2 v_open;

vec2 bend(vec2 one, vec2 other) {
  vec2 sum = one + other;
  return dot(sum, sum) < 0.01 ? other : sum;
}
void layOut(uint segment, vec4 start, vec4 end, float reach) {
  vec3 from = toScreen(start.xy);
  vec3 to = toScreen(end.xy);
  vec2 before = pointOf(segment - 1u).xy;
  vec2 after = pointOf(segment + 2u).xy;
  v_open = uvec2(before == start.xy, after == end.xy);
  v_length = max(distance(from.xy, to.xy), 1e-6);
  vec2 ahead = (to.xy - from.xy) / v_length;
  vec2 left = vec2(-ahead.y, ahead.x);
  v_on = vec2(isEnd() ? v_length + reach : -reach, side() * reach);
  vec2 offset = ahead * v_on.x + left * v_on.y;
  vec2 arriving = v_open.x == 1u ? ahead : normalize(from.xy - toScreen(before).xy);
  vec2 leaving = v_open.y == 1u ? ahead : normalize(toScreen(after).xy - to.xy);
  v_joins = vec2(dot(offset, bend(arriving, ahead)), dot(offset - ahead * v_length, bend(leaving, ahead)));
  gl_Position = vec4((from.xy + offset) / u_halfSize, from.z, 1.0);
}
const vec4 NOWHERE = vec4(2.0, 2.0, 2.0, 1.0);
`
/** Smooths the steps between colours: the pixels on an edge get a mixture of both sides. */
export const EDGE_VERTEX = `${HEAD}${TABLES}${POINTS}
uniform float u_patternScale;
out vec2 v_at;
flat out uvec2 v_outside;
${groundVaryings('out', 'L')}
${groundVaryings('out', 'R')}
void main() {
  uint segment = segmentHere();
  vec4 start = pointOf(segment);
  vec4 end = pointOf(segment + 1u);
  vec3 from = toScreen(start.xy);
  vec3 to = toScreen(end.xy);
  v_length = max(distance(from.xy, to.xy), 1e-6);
  vec2 ahead = (to.xy - from.xy) / v_length;
  v_on = vec2(isEnd() ? v_length : 0.0, side());
  gl_Position = vec4((from.xy + ahead * v_on.x + vec2(-ahead.y, ahead.x) * v_on.y) / u_halfSize, from.z, 1.0);
  // On the plane y grows downwards, on the screen upwards.
  vec2 aheadThere = (end.xy - start.xy) / v_length;
  vec2 leftThere = vec2(aheadThere.y, -aheadThere.x);
  v_at = ((isEnd() ? end.xy : start.xy) + leftThere * v_on.y) * u_patternScale;
  uvec2 faces = texelFetch(u_arcInfo, entry(uint(start.w), ${TEXELS_PER_ROW}u), 0).xy;
  v_outside = uvec2(equal(faces, uvec2(OUTSIDE)));
  uint one = v_outside.x == 1u ? faces.y : faces.x;
  uint two = v_outside.y == 1u ? faces.x : faces.y;
  ${lookUp('one', 'L')}
  if (one != two) ${lookUp('two', 'R')}
  else { v_looksR = v_looksL; v_shareR = v_shareL; }
}`

export const EDGE_FRAGMENT = `${HEAD}${GROUND}
in vec2 v_on;
in vec2 v_at;
flat in uvec2 v_outside;
${groundVaryings('in', 'L')}
${groundVaryings('in', 'R')}
out vec4 o_colour;
void main() {
  vec3 left = groundAt(v_looksL, v_shareL, v_at);
  vec3 right = groundAt(v_looksR, v_shareR, v_at);
  float opacity = 1.0;
  if (v_outside.x == 1u) opacity = clamp(1.0 - v_on.y, 0.0, 1.0);
  if (v_outside.y == 1u) opacity = clamp(1.0 + v_on.y, 0.0, 1.0);
  o_colour = vec4(mix(right, left, clamp(v_on.y + 0.5, 0.0, 1.0)) * opacity, opacity);
}`

export const LINE_VERTEX = `${HEAD}${TABLES}${POINTS}${SEGMENT}
uniform usampler2D u_arcs;
uniform int u_role;
uniform vec2 u_widths; // half the width of a front and of a quiet line, px
out float v_along;
flat out float v_half;
flat out float v_opacity;
flat out float v_total;
flat out uvec2 v_kind; // kind of line, kind of arc
void main() {
  uint segment = segmentHere();
  vec4 start = pointOf(segment);
  uint arc = uint(start.w);
  uvec4 state = texelFetch(u_arcs, entry(arc, ${TEXELS_PER_ROW}u), 0);
  uint now = state.x & 255u;
  uint before = (state.x >> 8) & 255u;
  float share = shareOf(state.y, state.z);
  uint line = now == ${LINE.none}u ? before : now;
  v_opacity = now == before ? 1.0 : now == ${LINE.none}u ? 1.0 - share : before == ${LINE.none}u ? share : 1.0;
  if (u_role == ${ROLE.outline}) { line = ${LINE.front}u; v_opacity = 1.0; }
  if (line == ${LINE.none}u || v_opacity <= 0.0 || (u_role == ${ROLE.casing} && line != ${LINE.front}u)) {
    gl_Position = NOWHERE;
    return;
  }
  vec4 end = pointOf(segment + 1u);
  v_half = line == ${LINE.front}u ? u_widths.x : u_widths.y;
  layOut(segment, start, end, v_half + 1.0);
  uvec4 info = texelFetch(u_arcInfo, entry(arc, ${TEXELS_PER_ROW}u), 0);
  v_along = mix(start.z, end.z, clamp(v_on.x / v_length, 0.0, 1.0));
  v_total = uintBitsToFloat(info.w);
  v_kind = uvec2(line, info.z & 0xffu);
}`

export const LINE_FRAGMENT = `${HEAD}
in vec2 v_on;
in vec2 v_joins;
flat in float v_length;
flat in uvec2 v_open;
uniform int u_role;
uniform vec4 u_front; // not premultiplied
uniform vec4 u_quiet;
uniform vec2 u_dash; // stroke, period; CSS px at the patterns' scale
uniform float u_patternScale;
uniform float u_sharpness;
uniform uint u_dashed;
in float v_along;
flat in float v_half;
flat in float v_opacity;
flat in float v_total;
flat in uvec2 v_kind;
out vec4 o_colour;
void main() {
  if ((v_open.x == 0u && v_joins.x < 0.0) || (v_open.y == 0u && v_joins.y >= 0.0)) discard;
  float away = length(vec2(v_on.x - clamp(v_on.x, 0.0, v_length), v_on.y));
  float opacity = clamp(v_half + 0.5 - away, 0.0, 1.0) * v_opacity;
  bool isFront = v_kind.x == ${LINE.front}u;
  if (u_role == ${ROLE.core} && isFront && v_kind.y == u_dashed) {
    // A whole number of dashes, half a stroke at either end: arcs join stroke to stroke.
    float total = v_total * u_patternScale;
    float count = round(total / u_dash.y);
    if (count >= 1.0) {
      float period = total / count;
      float at = v_along * u_patternScale / period;
      float toMiddle = abs(at - round(at)) * period;
      opacity *= clamp((u_dash.x * 0.5 * period / u_dash.y - toMiddle) * u_sharpness + 0.5, 0.0, 1.0);
    }
  }
  vec4 colour = isFront ? u_front : u_quiet;
  opacity *= colour.a;
  if (opacity <= 0.0) discard;
  o_colour = vec4(colour.rgb * opacity, opacity);
}`
