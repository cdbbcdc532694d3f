# Who held how much on a day, measured from the outlines. Rscript areas.R http://127.0.0.1:4173/ 2024-12-05
library(sf)
arguments <- commandArgs(trailingOnly = TRUE)
api <- paste0(arguments[1], "api/v1/")
day <- as.Date(arguments[2])

atlases <- jsonlite::fromJSON(paste0(api, "index.json"))$atlases
atlas <- atlases[as.Date(atlases$start) <= day & day <= as.Date(atlases$end), ][1, ]
about <- jsonlite::fromJSON(paste0(api, atlas$path))

zones <- st_read(paste0(api, atlas$id, "/zones.geojson"), quiet = TRUE)
start <- as.Date(zones$start_date)
end <- as.Date(zones$end_date)
shown <- st_transform(zones[start <= day & (is.na(end) | end > day), ], about$projection)
km2 <- tapply(as.numeric(st_area(shown)) / 1e6, shown$faction, sum)
for (faction in names(km2)) cat(faction, round(km2[[faction]]), "km2\n")
