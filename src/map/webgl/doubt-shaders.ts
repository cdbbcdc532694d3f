/** The shaders of the bands along inferred fronts: see doubt-layer.ts. */
import { ARC_KIND, ERROR_STEP } from '../../chronicle/atlas.ts'
import { DOUBT_CORE } from '../doubt.ts'
import { LINE } from '../looks.ts'
import { ERROR_SHIFT } from './mesh.ts'
import { float, HEAD, POINTS, TABLES } from './shader-parts.ts'
import { TEXELS_PER_ROW } from './texels.ts'

/** Each segment as a rectangle that reaches as far beyond it as the front is unknown. */
export const DOUBT_VERTEX = `${HEAD}${TABLES}${POINTS}
uniform usampler2D u_arcs;
uniform float u_metre; // px of the texture
flat out float v_half;
flat out float v_strength;
void main() {
  uint segment = segmentHere();
  vec4 start = pointOf(segment);
  uint arc = uint(start.w);
  uvec4 state = texelFetch(u_arcs, entry(arc, ${TEXELS_PER_ROW}u), 0);
  uvec4 info = texelFetch(u_arcInfo, entry(arc, ${TEXELS_PER_ROW}u), 0);
  bool now = (state.x & 255u) == ${LINE.front}u;
  bool before = (state.x >> 8 & 255u) == ${LINE.front}u;
  v_half = float(info.z >> ${ERROR_SHIFT}u) * ${float(ERROR_STEP)} * u_metre;
  if ((info.z & 0xffu) != ${ARC_KIND.inferred}u || !(now || before) || v_half <= 0.0) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  float share = shareOf(state.y, state.z);
  v_strength = now && before ? 1.0 : now ? share : 1.0 - share;
  vec3 from = toScreen(start.xy);
  vec3 to = toScreen(pointOf(segment + 1u).xy);
  v_length = max(distance(from.xy, to.xy), 1e-6);
  vec2 ahead = (to.xy - from.xy) / v_length;
  v_on = vec2(isEnd() ? v_length + v_half : -v_half, side() * v_half);
  gl_Position = vec4((from.xy + ahead * v_on.x + vec2(-ahead.y, ahead.x) * v_on.y) / u_halfSize, 0.0, 1.0);
}`

export const DOUBT_FRAGMENT = `${HEAD}
in vec2 v_on;
flat in float v_length;
flat in float v_half;
flat in float v_strength;
out vec4 o_doubt;
void main() {
  float away = length(vec2(v_on.x - clamp(v_on.x, 0.0, v_length), v_on.y)) / v_half;
  o_doubt = vec4(v_strength * (1.0 - smoothstep(${float(DOUBT_CORE)}, 1.0, away)));
}`
