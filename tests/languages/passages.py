"""The same piece of news in several languages, written for the tests."""

PASSAGES = {
    "da": (
        "Færgen mellem øerne sejler ikke før på mandag, fordi der er fundet en fejl i den ene af de "
        "to motorer. Det siger rederiet, som ikke vil love, at alle passagerer kan komme med i "
        "weekenden. Borgmester Ole Brink er vred og mener, at man burde have undersøgt skibet noget "
        "før. Nu må de handlende på øen selv finde ud af, hvordan de får varer hjem, og hvad det "
        "kommer til at koste."
    ),
    "no": (
        "Fergen mellom øyene går ikke før på mandag, fordi det er funnet en feil i den ene av de to "
        "motorene. Det sier rederiet, som ikke vil love at alle passasjerer kan bli med i helgen. "
        "Ordfører Ole Brink er sint og mener at man burde ha undersøkt skipet noe før. Nå må de som "
        "driver butikk på øya selv finne ut hvordan de får varer hjem, og hva det kommer til å koste."
    ),
    "sv": (
        "Färjan mellan öarna går inte förrän på måndag, eftersom man har hittat ett fel i den ena av "
        "de två motorerna. Det säger rederiet, som inte vill lova att alla passagerare kan komma med "
        "under helgen. Borgmästaren Ole Brink är arg och anser att någon borde ha undersökt fartyget "
        "mycket tidigare. Nu måste de som har butik på ön själva ta reda på hur de ska få hem sina "
        "varor, och vad det kommer att kosta."
    ),
    "de": (
        "Die Fähre zwischen den Inseln fährt erst am Montag wieder, weil in einem der beiden Motoren "
        "ein Fehler gefunden wurde. Das sagt die Reederei, die nicht versprechen will, dass alle "
        "Fahrgäste am Wochenende mitkommen. Bürgermeister Ole Brink ist wütend und meint, man hätte "
        "das Schiff schon früher untersuchen müssen. Nun müssen die Händler auf der Insel selbst "
        "sehen, wie sie ihre Waren nach Hause bekommen."
    ),
    "en": (
        "The ferry between the islands will not sail before Monday, because a fault has been found in "
        "one of its two engines. That is what the shipping company says, and it will not promise that "
        "all of the passengers can come along at the weekend. The mayor, Ole Brink, is angry and "
        "thinks that somebody should have looked at the ship long before. Now those who have shops on "
        "the island must find out how to get their goods home."
    ),
    "fr": (
        "Le ferry entre les îles ne partira pas avant lundi, parce qu'une panne a été trouvée dans "
        "l'un de ses deux moteurs. C'est ce que dit la compagnie, qui ne veut pas promettre que tous "
        "les passagers pourront monter à bord pendant le week-end. Le maire, Ole Brink, est en colère "
        "et pense qu'on aurait dû examiner le bateau plus tôt. Les commerçants de l'île doivent "
        "maintenant trouver comment faire venir leurs marchandises."
    ),
    "nl": (
        "De veerboot tussen de eilanden vaart niet voor maandag, omdat er een fout is gevonden in een "
        "van de twee motoren. Dat zegt de rederij, die niet wil beloven dat alle reizigers in het "
        "weekend mee kunnen. Burgemeester Ole Brink is boos en vindt dat men het schip al eerder had "
        "moeten onderzoeken. Nu moeten de winkels op het eiland zelf uitzoeken hoe ze aan hun spullen "
        "komen en wat dat gaat kosten."
    ),
    "es": (
        "El ferri entre las islas no saldrá antes del lunes, porque se ha encontrado un fallo en uno "
        "de los dos motores. Así lo dice la compañía, que no quiere prometer que todos los pasajeros "
        "puedan viajar este fin de semana. El alcalde, Ole Brink, está muy enfadado y cree que el "
        "barco se debería haber revisado antes. Ahora los comercios de la isla tienen que buscar "
        "ellos mismos cómo traer sus productos."
    ),
    "it": (
        "Il traghetto tra le isole non partirà prima di lunedì, perché in uno dei due motori è stato "
        "trovato un guasto. Lo dice la compagnia, che non vuole promettere che tutti i passeggeri "
        "possano salire a bordo nel fine settimana. Il sindaco, Ole Brink, è molto arrabbiato e pensa "
        "che la nave si doveva controllare prima. Ora i negozi dell'isola devono trovare da soli come "
        "far arrivare la merce e quanto può costare."
    ),
    "pl": (
        "Prom między wyspami nie wypłynie przed poniedziałkiem, ponieważ w jednym z dwóch silników "
        "znaleziono usterkę. Tak mówi armator, który nie chce obiecać, że wszyscy pasażerowie będą "
        "mogli popłynąć w weekend. Burmistrz Ole Brink jest zły i uważa, że statek trzeba było "
        "sprawdzić już dawno. Teraz sklepy na wyspie muszą same znaleźć sposób, jak sprowadzić towar "
        "i co to będzie kosztować, a nie ma tam lotniska."
    ),
    "fi": (
        "Saarten välinen lautta ei lähde ennen maanantaita, koska toisesta moottorista on löytynyt "
        "vika. Näin sanoo varustamo, joka ei halua luvata, että kaikki matkustajat pääsevät mukaan "
        "viikonloppuna. Pormestari Ole Brink on vihainen, ja hänen mukaan laiva olisi pitänyt tutkia "
        "jo aiemmin. Nyt saaren kauppojen on itse keksittävä, miten ne saavat tavaransa kotiin ja "
        "mitä se tulee maksamaan, kun talvi on jo lähellä."
    ),
    "ru": (
        "Паром между островами не пойдёт до понедельника, потому что в одном из двух двигателей нашли "
        "неисправность. Так говорит компания, которая не хочет обещать, что все пассажиры смогут "
        "поехать на выходных. Мэр Оле Бринк очень сердит и считает, что судно надо было проверить "
        "раньше. Теперь магазины на острове должны сами думать, как им привезти товар и сколько это "
        "будет стоить, ведь аэродрома там нет."
    ),
    "uk": (
        "Пором між островами не піде до понеділка, тому що в одному з двох двигунів знайшли "
        "несправність. Так каже компанія, яка не хоче обіцяти, що всі пасажири зможуть поїхати на "
        "вихідних. Мер Оле Брінк дуже сердитий і вважає, що судно треба було перевірити раніше. Тепер "
        "крамниці на острові мають самі думати, як їм привезти товар і скільки це буде коштувати, "
        "адже летовища там немає."
    ),
}
NYNORSK = (
    "Ferja mellom øyane går ikkje før på måndag, fordi det er funne ein feil i den eine av dei to "
    "motorane. Det seier reiarlaget, som ikkje vil love at alle passasjerane kan bli med i helga. "
    "Ordførar Ole Brink er sint og meiner at ein burde ha undersøkt skipet noko før. No må dei som "
    "driv butikk på øya sjølve finne ut korleis dei får varer heim, og kva det kjem til å koste."
)
