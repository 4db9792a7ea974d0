package dev.vitalcore.trackdata;

/** Documents in the form of the open collection, written by hand. */
final class Published {
    /** Two circuits, and a point that is none. */
    static final String TWO =
            """
            {
            "type": "FeatureCollection",
            "name": "circuits",
            "bbox": [ 5.96, 50.42, 9.3, 50.45 ],
            "features": [
            { "type": "Feature", "properties": { "id": "aa-2001", "Location": "Talheim", "Name": \
            "Talheimring", "opened": 2001, "firstgp": 2003, "length": 5210, "altitude": 402 }, \
            "bbox": [ 5.96, 50.42, 5.98, 50.45 ], "geometry": { "type": "LineString", "coordinates": \
            [ [ 5.96, 50.42 ], [ 5.98, 50.43, 402 ], [ 5.97, 50.45 ], [ 5.96, 50.42 ] ] } },
            { "type": "Feature", "properties": { "Name": "Harbour" }, "geometry": { "type": \
            "LineString", "coordinates": [ [ 7, 43 ], [ 7.01, 43 ] ] } },
            { "type": "Feature", "properties": { "Name": "Tower" }, "geometry": { "type": "Point", \
            "coordinates": [ 7, 43 ] } }
            ]
            }
            """;

    static final String ONE =
            """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"Name":"New"},
             "geometry":{"type":"LineString","coordinates":[[1,2],[1,3]]}}]}
            """;

    private Published() {}
}
