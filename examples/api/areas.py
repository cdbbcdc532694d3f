# Who held how much on a day, measured from the outlines. python3 areas.py http://127.0.0.1:4173/ 2024-12-05
import json
import sys
from urllib.request import urlopen

import geopandas

site, day = sys.argv[1:]
api = site + "api/v1/"
index = json.load(urlopen(api + "index.json"))
atlas = next(a for a in index["atlases"] if a["start"] <= day <= a["end"])
about = json.load(urlopen(api + atlas["path"]))

zones = geopandas.read_file(api + atlas["id"] + "/zones.geojson")
start = zones.start_date.astype(str).str[:10]
end = zones.end_date.astype(str).str[:10]
shown = zones[(start <= day) & (zones.end_date.isna() | (end > day))]
# Areas in the projection of the atlas, which keeps them.
km2 = shown.to_crs(about["projection"]).area / 1e6
for faction, area in km2.groupby(shown.faction).sum().items():
    print(faction, round(area), "km2")
